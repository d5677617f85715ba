use super::super::script::{Act, say, talk_with};
use super::*;

const MARKS: Command<'_> = Command::Marks { from: 1, since: None };

const MESSAGE: Command<'_> = Command::Message { uid: 1, first: None };

#[tokio::test(start_paused = true)]
async fn a_server_that_says_nothing_is_given_up_after_a_minute() {
    let mut talk = talk_with("IDLE", |_| Vec::new()).await;
    let begin = Instant::now();
    assert_eq!(talk.ask(Command::Noop, |_| ()).await, Err(Cause::Lost));
    assert!(begin.elapsed() < PATIENCE * 2, "{:?}", begin.elapsed());
}

#[tokio::test(start_paused = true)]
async fn a_server_that_announces_more_than_it_sends_is_given_up_after_a_minute() {
    let mut talk = talk_with("IDLE", |_| say("* 1 FETCH (UID 1 BODY[] {100}\nDag\n)\nTAG OK\n")).await;
    let begin = Instant::now();
    let asked = talk.ask_for(MESSAGE, 64 << 20, |_| ()).await;
    assert_eq!(asked, Err(Cause::Lost));
    assert!(begin.elapsed() <= PATIENCE * 2, "{:?}", begin.elapsed());
}

#[tokio::test(start_paused = true)]
async fn a_slow_answer_is_waited_for_as_long_as_it_comes() {
    let slow = |_: &str| {
        let mut acts = say("* 1 FETCH (UID 1 BODY[] {9}\n");
        for _ in 0..9 {
            acts.push(Act::Wait(PATIENCE * 2 / 3));
            acts.extend(say("x"));
        }
        acts.extend(say(")\nTAG OK\n"));
        acts
    };
    let mut talk = talk_with("IDLE", slow).await;
    assert_eq!(talk.ask_for(MESSAGE, 16 << 20, |_| ()).await, Ok(()));
}

/// What is heard next, when the server does not tell again.
async fn heard_after(
    commands: &[Command<'_>],
    script: impl FnMut(&str) -> Vec<Act> + Send + 'static,
) -> Heard {
    let mut talk = talk_with("IDLE", script).await;
    for command in commands {
        talk.ask(*command, |_| ()).await.unwrap();
    }
    talk.idle(Instant::now() + PATIENCE).await.unwrap()
}

/// This after the marks, and silence in IDLE.
fn after_marks(told: &'static str) -> impl FnMut(&str) -> Vec<Act> {
    move |command| match command {
        "IDLE" => say("+ idling\n"),
        command if command.contains("FLAGS") => say(&format!("{told}TAG OK\n")),
        _ => say("TAG OK\n"),
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_told_with_the_marks_is_still_news_when_the_message_was_fetched() {
    assert_eq!(
        heard_after(
            &[MARKS, MESSAGE],
            after_marks("* 1 FETCH (UID 1 FLAGS ())\n* 2 EXISTS\n")
        )
        .await,
        Heard::News
    );
    assert_eq!(
        heard_after(&[MARKS, MESSAGE], after_marks("* 1 FETCH (UID 1 FLAGS ())\n")).await,
        Heard::Nothing
    );
}

#[tokio::test(start_paused = true)]
async fn one_more_and_one_less_is_news() {
    let mut count = 0;
    let script = move |command: &str| match command {
        "NOOP" => {
            count += 1;
            say(["* 2 EXISTS\nTAG OK\n", "* 1 EXPUNGE\nTAG OK\n", "TAG OK\n"][count.min(3) - 1])
        }
        "IDLE" => say("+ idling\n"),
        command if command.contains("FLAGS") && count == 2 => say("* 2 EXISTS\nTAG OK\n"),
        _ => say("TAG OK\n"),
    };
    let all = [Command::Noop, MARKS, Command::Noop, MARKS, MESSAGE];
    assert_eq!(heard_after(&all, script).await, Heard::News);
}

#[tokio::test(start_paused = true)]
async fn a_mark_that_changes_while_a_message_is_fetched_is_news() {
    let script = |command: &str| match command {
        command if command.contains("BODY.PEEK") => {
            say("* 1 FETCH (UID 1 BODY[] {2}\nhi)\n* 2 FETCH (UID 7 FLAGS (\\Deleted))\nTAG OK\n")
        }
        "IDLE" => say("+ idling\n"),
        _ => say("TAG OK\n"),
    };
    assert_eq!(heard_after(&[MARKS, MESSAGE], script).await, Heard::News);
}

#[tokio::test(start_paused = true)]
async fn goodbye_is_goodbye_while_waiting_begins_and_ends() {
    for (idle, done) in [("* BYE\n", ""), ("+ idling\n", "* BYE\n")] {
        let script = move |command: &str| match command {
            "IDLE" => say(idle),
            _ => say(done),
        };
        let mut talk = talk_with("IDLE", script).await;
        let begin = Instant::now();
        let heard = talk.idle(begin + Duration::from_secs(5)).await;
        assert_eq!(heard, Err(Cause::Lost));
        assert!(begin.elapsed() < Duration::from_secs(10));
    }
}

/// The parser panics over it: a date is no NIL.
const NO_DATE: &str = "* 1 FETCH (UID 1 INTERNALDATE NIL)\n";

#[tokio::test(start_paused = true)]
async fn an_answer_that_the_parser_gives_up_over_ends_the_conversation() {
    let no_imap = Cause::Nonsense("no IMAP");
    let mut talk = talk_with("IDLE", |_| say(NO_DATE)).await;
    assert_eq!(talk.ask(MARKS, |_| ()).await, Err(no_imap.clone()));
    let mut talk = talk_with("IDLE", |_| say(&format!("+ idling\n{NO_DATE}"))).await;
    assert_eq!(talk.idle(Instant::now() + PATIENCE).await, Err(no_imap));
}
