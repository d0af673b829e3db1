// What a file is, in words and by what it may do. By its name and its sender's word alone: who
// opens it decides.
import { t, word } from "./i18n/words.js";

const drawn = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);
const largestPreview = 8 << 20;

// What mail programs refuse to open, as the gateway's FileKind has it.
const programs =
  /\.(ade|adp|apk|appx|bat|cab|chm|cmd|com|cpl|dll|dmg|exe|hta|ins|iso|isp|jar|js|jse|lib|lnk|mde|msc|msi|msp|mst|pif|ps1|reg|scr|sct|sh|sys|url|vb|vbe|vbs|vxd|wsc|wsf|wsh)$/i;

const special = {
  "application/ms-tnef": "tnef",
  "application/vnd.ms-tnef": "tnef",
  "application/pgp-encrypted": "encrypted",
  "application/pkcs7-mime": "encrypted",
  "application/x-pkcs7-mime": "encrypted",
  "application/pgp-signature": "signature",
  "application/pkcs7-signature": "signature",
  "application/x-pkcs7-signature": "signature",
  "message/rfc822": "letter",
  "text/calendar": "invitation",
};

/** Whether it is worth trying to show it as a picture; the gateway looks at the bytes. */
export const isPicture = ({ kept, mediaType, bytes }) =>
  Boolean(kept) && drawn.has(mediaType) && bytes <= largestPreview;

/** What to call it; what is unseen in a name could turn its end around. */
export const fileName = ({ title, kind }) =>
  (title ?? "").replace(/[\p{Cc}\p{Cf}]/gu, "").trim() || word("attachment", kind);

/** Its kind in a word or two: "PDF", "winmail.dat of Outlook". */
export function fileType({ title, mediaType }) {
  const known = /^winmail\.dat$/i.test(title ?? "") ? "tnef" : special[mediaType];
  if (known) return t(`file.${known}`);
  const end = /\.([a-z0-9]{1,5})$/i.exec(title ?? "")?.[1];
  return end ? end.toUpperCase() : (mediaType ?? "");
}

/** Whether a computer would run it. */
export const isProgram = ({ title, mediaType }) =>
  programs.test(title ?? "") || mediaType === "application/x-executable";
