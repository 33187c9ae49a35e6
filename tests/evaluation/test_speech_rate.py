"""Counts of syllables are judged on recordings that their factor was not fitted on."""

from pathlib import Path

import pytest

from coach.errors import KnownError
from coach.evaluation.speech_rate import Prompt, agreement, read_transcripts, score, stretches

PROMPTS = [Prompt(f"frase_{i:02}.wav", 4.0, 19 + i % 3, 21 + i % 3) for i in range(24)]


def test_a_count_that_is_wrong_by_one_factor_has_no_error() -> None:
    found = score(PROMPTS, {p.file: 2 * round(p.syllables) for p in PROMPTS})
    assert found.factor == pytest.approx(0.5)
    assert found.error == pytest.approx(0.0)
    assert found.stretches >= 6


def test_an_error_within_what_is_possible_is_told_apart() -> None:
    heard = {p.file: round(p.syllables) + (1 if i % 2 else -1) for i, p in enumerate(PROMPTS)}
    found = score(PROMPTS, heard)
    assert found.error > 0.0
    assert found.outside < found.error


def test_a_count_that_says_nothing_has_a_large_error() -> None:
    heard = {p.file: 5 if i < 12 else 60 for i, p in enumerate(PROMPTS)}
    assert score(PROMPTS, heard).error > 0.3


def test_stretches_have_ten_seconds_and_agreement_is_a_correlation() -> None:
    assert all(sum(p.speech_s for p in stretch) >= 10.0 for stretch in stretches(PROMPTS))
    assert agreement([(3.0, 4.0), (4.0, 5.0), (5.0, 6.0)]) == pytest.approx(1.0)


def test_too_little_speech_is_told() -> None:
    with pytest.raises(KnownError, match="muy pocas"):
        score(PROMPTS[:2], {p.file: 20 for p in PROMPTS[:2]})


def test_a_table_is_read_as_written_and_its_faults_are_named(tmp_path: Path) -> None:
    file = tmp_path / "transcripciones.tsv"
    head = "file\tspeech_s\tsyllables_citation\tsyllables_synalepha\ttext\n"
    file.write_text(head + "a.wav\t2.5\t12\t11\tEntrando\n")
    assert read_transcripts(file) == [Prompt("a.wav", 2.5, 11, 12)]
    file.write_text(head + "a.wav\t2.5\t12\t11\tEntrando\n", encoding="utf-8-sig")  # as a spreadsheet saves it
    assert read_transcripts(file) == [Prompt("a.wav", 2.5, 11, 12)]
    for row in ("a.wav\tdos\t12\t11\tx", "a.wav\t2.5\t11\t12\tx", "a.wav\t0\t12\t11\tx", "a.wav\t2.5"):
        file.write_text(f"{head}{row}\n")
        with pytest.raises(KnownError, match="línea 2"):
            read_transcripts(file)
    file.write_text(head)
    with pytest.raises(KnownError, match="ninguna fila"):
        read_transcripts(file)
