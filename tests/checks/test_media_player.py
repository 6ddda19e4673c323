from __future__ import annotations

from tests.checks.conftest import Judge

from a11ycheck.checks import media_player


def test_asks_about_a_player_and_names_what_stands_near(judge: Judge) -> None:
    frame = "<div><iframe src='https://www.youtube-nocookie.com/embed/abc'></iframe><a href=/frame.html>Transcript</a></div>"
    [found] = judge(media_player, frame)
    assert (found.outcome, found.criteria) == ("cantTell", ("1.2.1", "1.2.2", "1.2.3", "1.2.5"))
    assert "youtube-nocookie.com" in found.message
    assert "“Transcript”" in found.message


def test_is_inapplicable_to_other_frames(judge: Judge) -> None:
    [found] = judge(
        media_player, "<iframe src=/frame.html></iframe><iframe src='https://notyoutube.com.example/embed/a'></iframe>"
    )
    assert found.outcome == "inapplicable"
