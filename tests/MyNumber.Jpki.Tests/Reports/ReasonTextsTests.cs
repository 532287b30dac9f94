using System.Globalization;
using System.Text.RegularExpressions;
using MyNumber.Jpki.Reports;
using MyNumber.Jpki.Validation;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Tests.Reports;

public sealed partial class ReasonTextsTests
{
    [Fact]
    public void Every_reason_has_its_words_once() =>
        ReasonTexts.All.Select(text => text.Reason).ShouldBe(Enum.GetValues<VerificationReason>());

    [Fact]
    public void Every_text_is_there_and_in_its_language()
    {
        foreach (ReasonText text in ReasonTexts.All)
        {
            HasJapanese().IsMatch(text.Japanese).ShouldBeTrue(text.Reason.ToString());
            HasJapanese().IsMatch(text.NextJapanese).ShouldBeTrue(text.Reason.ToString());
            HasJapanese().IsMatch(text.English).ShouldBeFalse(text.Reason.ToString());
            HasJapanese().IsMatch(text.NextEnglish).ShouldBeFalse(text.Reason.ToString());
            text.English.ShouldNotBeNullOrWhiteSpace(text.Reason.ToString());
            text.NextEnglish.ShouldNotBeNullOrWhiteSpace(text.Reason.ToString());
        }
    }

    [Fact]
    public void Only_no_reason_is_valid_and_only_it_has_no_step()
    {
        ReasonTexts.All.Where(text => text.Outcome == VerificationOutcome.Valid).Select(text => text.Reason).ShouldBe([VerificationReason.None]);
        ReasonTexts.All.Where(text => text.Step == VerificationStep.None).Select(text => text.Reason).ShouldBe([VerificationReason.None]);
    }

    [Fact]
    public void Texts_have_no_place_for_a_value() =>
        ReasonTexts.All.SelectMany(text => new[] { text.Japanese, text.English, text.NextEnglish, text.NextJapanese }).ShouldAllBe(text => !text.Contains('{') && !text.Contains('%'));

    [Theory]
    [InlineData("between the known", 142)]
    [InlineData("beyond the known", 99999)]
    [InlineData("below the known", -1)]
    public void Number_without_words_is_told_as_such_and_refused_for_now(string row, int number)
    {
        ReasonText text = ReasonTexts.Find((VerificationReason)number);
        text.Outcome.ShouldBe(VerificationOutcome.Undetermined, row);
        text.English.ShouldBe("a reason without words", row);
    }

    [Theory]
    [InlineData(VerificationReason.CertificateMalformed, VerificationStep.Read)]
    [InlineData(VerificationReason.SeveralSigners, VerificationStep.Read)]
    [InlineData(VerificationReason.KeyUsageNotAccepted, VerificationStep.Profile)]
    [InlineData(VerificationReason.IssuerUnknown, VerificationStep.Path)]
    [InlineData(VerificationReason.AnchorOutOfPeriod, VerificationStep.Period)]
    [InlineData(VerificationReason.IssuerSignatureInvalid, VerificationStep.IssuerSignature)]
    [InlineData(VerificationReason.SignerRepeated, VerificationStep.Signature)]
    [InlineData(VerificationReason.ArchivedRecordMismatch, VerificationStep.Signature)]
    [InlineData(VerificationReason.ExistenceNotProven, VerificationStep.Timestamp)]
    [InlineData(VerificationReason.TimestampPolicyMismatch, VerificationStep.Timestamp)]
    [InlineData(VerificationReason.Held, VerificationStep.Status)]
    [InlineData(VerificationReason.StatusNotAboutInstant, VerificationStep.Status)]
    [InlineData(VerificationReason.ChallengeExpired, VerificationStep.Challenge)]
    public void Reason_belongs_to_its_step(VerificationReason reason, VerificationStep step) => ReasonTexts.Find(reason).Step.ShouldBe(step);

    [Fact]
    public void Page_says_the_same_words()
    {
        string page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "jpki", "validation.md"));
        string[] rows = [.. Row().Matches(page).Select(match => Plain(match.Value))];
        rows.ShouldBe(ReasonTexts.All.Select(text => string.Create(
            CultureInfo.InvariantCulture,
            $"| {text.Reason} | {(int)text.Reason} | {text.Japanese} | {text.English} | {text.Outcome} | {text.NextEnglish} | {text.NextJapanese} |")));
    }

    private static string Plain(string markdown) => Link().Replace(markdown, "${text}").Replace("`", string.Empty, StringComparison.Ordinal);

    [GeneratedRegex(@"^\| [A-Z]\w+ \| \d+ \|.*\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]")]
    private static partial Regex HasJapanese();
}
