package parley.addons.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.addons.slack.Heard.Deleted;
import parley.addons.slack.Heard.Edited;
import parley.addons.slack.Heard.Posted;
import parley.kernel.Json;

class EventsTest {

  @Test
  void aMessageIsHeard() {
    assertThat(read("'user':'U1','text':'hi','ts':'1.2'"))
        .contains(new Posted(Bridge.GENERAL, "1.2", "", "U1", "hi", 0));
  }

  @Test
  void anAnswerInAThreadSaysWhichButItsFirstMessageIsInNone() {
    assertThat(read("'user':'U1','text':'hi','ts':'1.3','thread_ts':'1.2'"))
        .contains(new Posted(Bridge.GENERAL, "1.3", "1.2", "U1", "hi", 0));
    assertThat(read("'user':'U1','text':'hi','ts':'1.2','thread_ts':'1.2'"))
        .contains(new Posted(Bridge.GENERAL, "1.2", "", "U1", "hi", 0));
    assertThat(read("'subtype':'thread_broadcast','user':'U1','text':'hi','ts':'1.3'")).isPresent();
  }

  @Test
  void filesAreCounted() {
    assertThat(read("'subtype':'file_share','user':'U1','text':'','ts':'1.2','files':[{},{}]"))
        .contains(new Posted(Bridge.GENERAL, "1.2", "", "U1", "", 2));
  }

  @Test
  void aChangeHasTheWholeMessageAndWhenItWasChanged() {
    assertThat(
            read(
                "'subtype':'message_changed','message':{'user':'U1','text':'new','ts':'1.2',"
                    + "'edited':{'user':'U1','ts':'5.0'}},'previous_message':{'text':'old'}"))
        .contains(new Edited(new Posted(Bridge.GENERAL, "1.2", "", "U1", "new", 0), "5.0"));
  }

  @Test
  void aPreviewThatWasAddedIsNoChange() {
    assertThat(
            read(
                "'subtype':'message_changed','message':{'user':'U1','text':'same','ts':'1.2',"
                    + "'attachments':[{}]},'previous_message':{'text':'same'}"))
        .isEmpty();
  }

  @Test
  void aDeletionIsHeardAlsoWhereAnswersKeepAStoneInItsPlace() {
    assertThat(
            read("'subtype':'message_deleted','deleted_ts':'1.2','previous_message':{'user':'U1'}"))
        .contains(new Deleted(Bridge.GENERAL, "1.2"));
    assertThat(
            read(
                "'subtype':'message_changed','message':{'subtype':'tombstone','ts':'1.2'},"
                    + "'previous_message':{'user':'U1'}"))
        .contains(new Deleted(Bridge.GENERAL, "1.2"));
  }

  @Test
  void nothingOfABotIsHeard() {
    assertThat(read("'subtype':'bot_message','bot_id':'B1','text':'hi','ts':'1.2'")).isEmpty();
    assertThat(read("'user':'U9','bot_id':'B1','text':'hi','ts':'1.2'")).isEmpty();
    assertThat(read("'user':'U9','bot_profile':{},'text':'hi','ts':'1.2'")).isEmpty();
    assertThat(
            read(
                "'subtype':'message_changed','message':{'bot_id':'B1','user':'U9','text':'new',"
                    + "'ts':'1.2','edited':{'ts':'5.0'}},'previous_message':{'text':'old'}"))
        .isEmpty();
    assertThat(
            read(
                "'subtype':'message_deleted','deleted_ts':'1.2','previous_message':{'bot_id':'B1'}"))
        .isEmpty();
  }

  @Test
  void whoComesAndGoesIsNotHeard() {
    assertThat(read("'subtype':'channel_join','user':'U1','text':'joined','ts':'1.2'")).isEmpty();
    assertThat(read("'subtype':'channel_topic','user':'U1','text':'tea','ts':'1.2'")).isEmpty();
  }

  @Test
  void whatIsHeardIsTheSameBehindTheQueue() {
    var posted = new Posted(Bridge.GENERAL, "1.3", "1.2", "U1", "é\"\n", 2);
    for (var heard :
        new Heard[] {
          posted,
          new Edited(posted, "5.0"),
          new Deleted(Bridge.GENERAL, "1.2"),
          new Heard.Command(Bridge.GENERAL, "1.2.3", "/parley", "U1", "who", "https://answer", 9)
        }) {
      assertThat(Heard.read(heard.write())).isEqualTo(heard);
    }
  }

  private static Optional<Heard> read(String members) {
    return Events.read(
        Json.read(
            ("{'type':'event_callback','team_id':'T1','event':{'type':'message','channel':'C1',"
                    + members
                    + "}}")
                .replace('\'', '"')));
  }
}
