using System.Reflection;
using BankPortal.Opening;
using BankPortal.Words;
using MyNumber.Jpki;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.AspNetCore.Problems;
using MyNumber.Jpki.Certificates;

namespace BankPortalTests;

public sealed class WordsTests
{
    public static TheoryData<VerificationReason> Reasons { get; } = [.. Enum.GetValues<VerificationReason>().Where(reason => reason != VerificationReason.None)];

    public static TheoryData<AgentOutcome> Outcomes { get; } = [.. Enum.GetValues<AgentOutcome>().Where(outcome => outcome != AgentOutcome.Given)];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_reason_has_words_for_the_customer(VerificationReason reason)
    {
        RefusalWords words = RefusalWords.For(reason.ToString());

        words.Title.ShouldNotBe("手続きを続けられません");
        words.Title.ShouldNotContain(reason.ToString());
        words.WhatToDo.ShouldEndWith("。");
        words.Reference.ShouldBe($"J-{(int)reason}");
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Every_outcome_at_the_agent_has_words(AgentOutcome outcome) => RefusalWords.For($"Agent{outcome}").Reference.ShouldBe($"A-{(int)outcome}");

    [Fact]
    public void Every_code_of_the_library_has_words_of_its_own_for_the_customer()
    {
        string unknown = RefusalWords.For("Nonsense").Title;
        string[] codes =
        [
            .. Enum.GetNames<VerificationReason>().Where(name => name != nameof(VerificationReason.None)),
            .. Enum.GetNames<AgentOutcome>().Where(name => name != nameof(AgentOutcome.Given)).Select(name => "Agent" + name),
            .. typeof(JpkiRejection).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == typeof(JpkiRejection)).Select(property => property.Name),
        ];

        codes.ShouldContain("StoreFailed");
        foreach (string code in codes)
        {
            RefusalWords words = RefusalWords.For(code);
            words.Title.ShouldNotBe(unknown, code);
            words.WhatToDo.ShouldEndWith("。", customMessage: code);
            words.Reference.ShouldNotBeNull(code);
        }
    }

    [Theory]
    [InlineData("the service is full", "Busy", "混み合っています")]
    [InlineData("the store failed", "StoreFailed", "カードや暗証番号に問題があるわけではありません")]
    [InlineData("another shape", "AnswerMalformed", "回答の形が正しくありません")]
    public void Failures_of_the_site_blame_nobody_and_are_not_taken_for_one_another(string what, string code, string words)
    {
        RefusalWords found = RefusalWords.For(code);

        (found.Title + found.WhatToDo).ShouldContain(words, customMessage: what);
        found.WhatToDo.Contains("回答の形", StringComparison.Ordinal).ShouldBe(code == "AnswerMalformed", what);
    }

    [Theory]
    [InlineData("first day of an era", 2019, 5, 1, "令和元年5月1日")]
    [InlineData("last day of an era", 2019, 4, 30, "平成31年4月30日")]
    [InlineData("Showa", 1989, 1, 7, "昭和64年1月7日")]
    [InlineData("Taisho", 1926, 12, 24, "大正15年12月24日")]
    [InlineData("today", 2026, 11, 22, "令和8年11月22日")]
    public void Days_are_written_in_eras(string what, int year, int month, int day, string words) => JapaneseTime.Of(new DateOnly(year, month, day)).ShouldBe(words, what);

    [Fact]
    public void Instants_are_written_in_Japans_time() =>
        JapaneseTime.Of(new DateTimeOffset(2026, 12, 31, 15, 5, 0, TimeSpan.Zero)).ShouldBe("令和9年1月1日 0時05分");

    [Theory]
    [InlineData("two parts", "見本　花子", "見＊　花＊")]
    [InlineData("one character each", "見　花", "見　花")]
    [InlineData("one part", "見本花子", "見＊＊＊")]
    [InlineData("a character outside of the basic plane", "𠮷田　太", "𠮷＊　太")]
    public void Names_are_masked(string what, string name, string masked) => Masked.Name(name).ShouldBe(masked, what);

    [Fact]
    public void Substitute_characters_are_told_apart() => MarkedText.Of("𠮷見町崎", [new SubstitutedCharacter(0, 0, 2), new SubstitutedCharacter(3, 4, 1)]).Parts
        .Select(part => (part.Text, part.IsSubstitute)).ShouldBe([("𠮷", true), ("見町", false), ("崎", true)]);

    [Theory]
    [InlineData("nothing", null)]
    [InlineData("spaces", "　 ")]
    [InlineData("line end", "見本\n受付番号: 偽")]
    [InlineData("line separator", "見本\u2028偽")]
    [InlineData("turned text", "花\u202e子")]
    [InlineData("zero width", "花\u200b子")]
    [InlineData("invisible operator", "花\u2063子")]
    [InlineData("filler that looks like nothing", "花\u3164子")]
    [InlineData("empty Braille pattern", "花\u2800子")]
    [InlineData("too long", "ああああああああああああ")]
    public void Text_that_does_not_show_what_it_is_is_refused(string what, string? text) => PlainInput.IsPlain(text, 10).ShouldBeFalse(what);

    [Theory]
    [InlineData("variation selector of a name", "葛\U000E0100城")]
    [InlineData("outside of the basic plane", "𠮷田　太")]
    public void Text_that_shows_what_it_is_is_taken(string what, string text) => PlainInput.IsPlain(text, 10).ShouldBeTrue(what);

    [Fact]
    public void Half_a_character_is_refused() => PlainInput.IsPlain("花" + '\ud842', 10).ShouldBeFalse();

    [Theory]
    [InlineData("mobile", "090-0000-0000", true)]
    [InlineData("without hyphens", "0300000000", true)]
    [InlineData("too short", "03-0000", false)]
    [InlineData("no zero in front", "90-0000-0000", false)]
    [InlineData("full width", "０３−００００−００００", false)]
    [InlineData("markup", "03-0000-0000<b>", false)]
    public void Phone_numbers_are_digits_and_hyphens(string what, string text, bool isPhone) => PlainInput.IsPhone(text).ShouldBe(isPhone, what);
}
