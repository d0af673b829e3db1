// What the server can be asked, one line each. Addresses stand here and nowhere else.
import { blobOf, query, request, textOf } from "./api.js";

const root = "/api/v1";
const part = encodeURIComponent;
const get = (path, options) => request("GET", root + path, options);
const post = (path, body, options) => request("POST", root + path, { body, ...options });

export const desk = {
  cases: (parameters, options) => get(`/cases${query(parameters)}`, options),
  counts: () => get("/cases/counts"),
  case: (id, options) => get(`/cases/${part(id)}`, options),
  change: (id, change) => request("PATCH", `${root}/cases/${part(id)}`, { body: change }),
  note: (id, version, text) => post(`/cases/${part(id)}/notes`, { version, text }),
  merge: (id, version, into) => post(`/cases/${part(id)}/merge`, { version, into }),
  split: (id, version, messages) => post(`/cases/${part(id)}/split`, { version, messages }),
  undo: (id, version) => post(`/cases/${part(id)}/undo`, { version }),
  letterAddress: (id, message, parameters) =>
    `${root}/cases/${part(id)}/messages/${part(message)}/document${query(parameters)}`,
  letterPictures: (id, message) =>
    get(`/cases/${part(id)}/messages/${part(message)}/document/pictures`),
  fileAddress: (id, message, index) =>
    `${root}/cases/${part(id)}/messages/${part(message)}/files/${index}`,
  file: (id, message, index) => blobOf(desk.fileAddress(id, message, index)),
  fileLimits: () => get("/files"),
  keepFile: (file, name, options) =>
    request("POST", `${root}/files${query({ name, type: file.type })}`, {
      file,
      type: "application/octet-stream",
      ...options,
    }),
  verdict: (id, draft, options) => post(`/cases/${part(id)}/verdict`, draft, options),
  reply: (id, reply) => post(`/cases/${part(id)}/replies`, reply),
  approve: (reply) => post(`/replies/${part(reply)}/approve`),
  withdraw: (reply) => post(`/replies/${part(reply)}/withdraw`),
  decide: (reply, arrived) => post(`/replies/${part(reply)}/decide`, { arrived }),

  contacts: (parameters, options) => get(`/contacts${query(parameters)}`, options),
  contact: (id) => get(`/contacts/${part(id)}`),
  mergeContact: (id, other) => post(`/contacts/${part(id)}/merge`, { other }),
  unmergeContact: (id, other) => post(`/contacts/${part(id)}/unmerge`, { other }),

  channels: () => get("/channels"),
  places: (kind) => get(`/${kind}`),
  define: (kind, name, settings) =>
    request("PUT", `${root}/${kind}/${part(name)}`, { body: settings }),
  remove: (kind, name) => request("DELETE", `${root}/${kind}/${part(name)}`),
  check: (account) => post(`/accounts/${part(account)}/check`),
  connect: (account) => post(`/accounts/${part(account)}/connection`),
  disconnect: (account) => request("DELETE", `${root}/accounts/${part(account)}/connection`),
  resume: (account) => post(`/accounts/${part(account)}/resume`),

  guide: (chapter) => textOf(`/guide/${part(chapter)}.md`),

  deliveries: (parameters) => get(`/deliveries${query(parameters)}`),
  quarantine: (parameters) => get(`/quarantine${query(parameters)}`),
  replay: (id) => post(`/quarantine/${part(id)}/replay`),
  replayAll: () => post("/quarantine/replay", {}),
  dismiss: (id, reason) => post(`/quarantine/${part(id)}/dismiss`, { reason }),
  rawAddress: (id) => `${root}/deliveries/${part(id)}/raw`,

  plugins: () => get("/plugins"),
  conformance: (plugin, version) =>
    get(`/plugins/${part(plugin)}/versions/${part(version)}/conformance`),
  keepPlugin: (file, why, options) =>
    request("POST", `${root}/plugins${query({ why })}`, {
      file,
      type: "application/java-archive",
      ...options,
    }),
  colleagues: () => get("/colleagues"),
  swaps: (parameters) => get(`/swaps${query(parameters)}`),
  exchange: (plugin, action, told) => post(`/plugins/${part(plugin)}/${action}`, told),
};
