package io.svara.channel.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'object':'page' | The body is no JSON",
        "[] | 'object' is missing at the root",
        "{'entry':[]} | 'object' is missing at the root",
        "{'object':'page'} | 'entry' at the root",
        "{'object':'page','entry':[]} | 'entry' at the root",
        "{'object':'page','entry':{}} | 'entry' at the root"
      })
  void whatIsNoDeliveryIsMalformedAndSaysWhere(String body, String where) {
    Parsed parsed = new Delivered(body.replace('\'', '"')).parsed();
    assertThat(parsed).isInstanceOf(Parsed.Malformed.class);
    assertThat(((Parsed.Malformed) parsed).reason()).contains(where);
  }

  @Test
  void severalEntriesOfSeveralPagesAreReadInOrder() {
    assertThat(
            new Delivered(
                    """
                    {"object":"page","entry":[
                     {"id":"100","changes":[{"field":"feed","value":{"item":"like","verb":"add"}},
                       {"field":"parking"}]},
                     {"id":200,"messaging":[{"sender":{"id":"7"},"recipient":{"id":"200"},
                       "message":{"mid":"m_1","text":"Hej"}}]}]}""")
                .items())
        .extracting(Inbound::account, Inbound::summary)
        .containsExactly(
            tuple("100", "feed/like/add, ignored: likes and reactions open no case"),
            tuple(
                "100", "parking, not understood: no such field of a page is known to this version"),
            tuple("200", "message m_1"));
  }

  @Test
  void aChangeThatCannotBeReadLeavesItsNeighboursAlone() {
    assertThat(
            new Delivered(
                    """
                    {"object":"page","entry":[7,{"id":"100","changes":[
                     {"field":"feed","value":{"item":"comment","verb":"add"}},
                     "rubbish",
                     {"field":"feed","value":{"item":"status","verb":"add","post_id":"100_5"}}]}]}""")
                .items())
        .extracting(Inbound::summary)
        .containsExactly(
            "page, not understood: entry[0] holds no notice",
            "feed/comment/add, not understood: 'comment_id' is missing in entry[1].changes[0].",
            "changes, not understood: no such field of a page is known to this version",
            "message 100_5");
  }

  @Test
  void anObjectOtherThanAPageIsKeptUnderItsOwnId() {
    Inbound.Unknown unknown =
        new Delivered(
                """
                {"object":"user","entry":[{"id":"0","uid":"0",
                 "changes":[{"field":"email","value":"eva@example.org"}]}]}""")
            .only(Inbound.Unknown.class);
    assertThat(unknown.account()).isEqualTo("0");
    assertThat(unknown.what()).isEqualTo("user/email");
    assertThat(unknown.reason()).isEqualTo("the delivery is about 'user', not about a page");
  }

  @Test
  void anEntryThatNamesNoPageIsNobodys() {
    Inbound.Message message =
        new Delivered(
                """
                {"object":"page","entry":[{"changes":[{"field":"feed",
                 "value":{"item":"status","verb":"add","post_id":"5_6","message":"Hej"}}]}]}""")
            .only(Inbound.Message.class);
    assertThat(message.account()).isEqualTo(Entry.NO_ACCOUNT);
    assertThat(message.sentAt()).isEqualTo(Delivered.RECEIVED);
  }

  @Test
  void aListThatIsNotKnownYetIsKept() {
    Inbound.Unknown unknown =
        new Delivered("{\"object\":\"page\",\"entry\":[{\"id\":\"100\",\"holograms\":[{}]}]}")
            .only(Inbound.Unknown.class);
    assertThat(unknown.what()).isEqualTo("holograms");
  }
}
