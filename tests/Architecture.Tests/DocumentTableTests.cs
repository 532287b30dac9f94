using System.Globalization;
using System.Text.RegularExpressions;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Faults;
using MyNumber.Card.Emulation.Issuing;
using MyNumber.Card.Pcsc;
using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Pcsc.Monitoring;
using MyNumber.Card.Pins;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Chains;
using MyNumber.Jpki.Evidence;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Crl.Download;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Services;
using MyNumber.Linkage.AspNetCore.Client;
using MyNumber.Linkage.AspNetCore.Server;
using MyNumber.Numbering;
using MyNumber.Numbering.Hints;
using MyNumber.Numbering.People;
using MyNumber.Testing;
using MyNumber.Testing.Hosting;
using MyNumber.Testing.Linkage;

namespace MyNumber.Architecture.Tests;

/// <summary>A table of a page that lists a type has one row for each member: an enum's value with its number, an option with its default.</summary>
public sealed class DocumentTableTests
{
    [Theory]
    [InlineData("docs/card/pcsc.md", typeof(PcscCardState))]
    [InlineData("docs/card/pcsc.md", typeof(PcscCause))]
    [InlineData("docs/card/pcsc.md", typeof(ReaderEventKind))]
    [InlineData("docs/card/pins.md", typeof(PinOutcome))]
    [InlineData("docs/card/pins.md", typeof(PinFault))]
    [InlineData("docs/card/faults-and-replay.md", typeof(FaultKind))]
    [InlineData("docs/card/life-cycle.md", typeof(CardStage))]
    [InlineData("docs/card/life-cycle.md", typeof(CardRefusal))]
    [InlineData("docs/jpki/status.md", typeof(RevocationState))]
    [InlineData("docs/jpki/status.md", typeof(CertificateState))]
    [InlineData("docs/jpki/status.md", typeof(OcspNoncePolicy))]
    [InlineData("docs/jpki/crl.md", typeof(CrlDownloadState))]
    [InlineData("docs/jpki/documents-and-logins.md", typeof(RevocationReason))]
    [InlineData("docs/jpki/documents-and-logins.md", typeof(StatusAdvice))]
    [InlineData("docs/jpki/checklist.ja.md", typeof(RevocationReason))]
    [InlineData("docs/jpki/checklist.ja.md", typeof(StatusAdvice))]
    [InlineData("docs/numbering/four-attributes.md", typeof(JapaneseEra))]
    [InlineData("docs/numbering/four-attributes.md", typeof(AttributeOutcome))]
    [InlineData("docs/numbering/four-attributes.md", typeof(ComparisonVerdict))]
    [InlineData("docs/numbering/README.md", typeof(NumberFault))]
    [InlineData("docs/numbering/corporate-number.md", typeof(CorporateNumberKind))]
    [InlineData("docs/numbering/corporate-number.md", typeof(CorporateNumberWarning))]
    [InlineData("docs/numbering/invoice-registration-number.md", typeof(InvoiceRegistrationStanding))]
    [InlineData("docs/numbering/hints.md", typeof(HintOutcome))]
    public void Enum_has_one_row_for_each_value(string page, Type type)
    {
        string[] members = [.. Enum.GetNames(type).Select(name => $"{name} {Convert.ToInt32(Enum.Parse(type, name), CultureInfo.InvariantCulture)}")];
        Rows(page, type).Select(row => $"{row[0]} {row[1]}").ShouldBe(members, ignoreOrder: true);
    }

    [Theory]
    [InlineData("docs/card/emulator.md", typeof(EmulatedCardOptions))]
    [InlineData("docs/card/pcsc.md", typeof(PcscConnectOptions))]
    [InlineData("docs/jpki/status.md", typeof(OcspOptions))]
    [InlineData("docs/jpki/crl.md", typeof(CrlDownloadOptions))]
    [InlineData("docs/jpki/chains.md", typeof(ChainOptions))]
    [InlineData("docs/jpki/authority.md", typeof(OcspResponderOptions))]
    [InlineData("docs/testing.md", typeof(LabWorldOptions))]
    [InlineData("docs/testing.md", typeof(EmulatorOptions))]
    [InlineData("docs/testing.ja.md", typeof(LabWorldOptions))]
    [InlineData("docs/testing.ja.md", typeof(EmulatorOptions))]
    public void Option_has_one_row_with_its_default(string page, Type type)
    {
        object defaults = Activator.CreateInstance(type)!;
        string[] options = [.. type.GetProperties()
            .Where(property => property.SetMethod is not null)
            .Select(property => $"{property.Name} {Text(property.GetValue(defaults))}")];
        Rows(page, type).Select(row => $"{row[0]} {row[1]}").ShouldBe(options, ignoreOrder: true);
    }

    [Theory]
    [InlineData("docs/jpki/evidence.md", typeof(VerificationEvidence))]
    [InlineData("docs/jpki/evidence.md", typeof(StatusRecord))]
    [InlineData("docs/jpki/authority.md", typeof(OcspFaults))]
    [InlineData("docs/linkage/http.md", typeof(LinkageClientOptions))]
    [InlineData("docs/linkage/http.md", typeof(LinkageServerOptions))]
    public void Property_has_one_row(string page, Type type) =>
        Rows(page, type).Select(row => row[0]).ShouldBe(
            type.GetProperties().Where(property => property.SetMethod is not null).Select(property => property.Name), ignoreOrder: true);

    [Fact]
    public void Letters_stand_with_their_days() =>
        Rows("docs/jpki/evidence.md", typeof(LegalMethods)).Select(row => $"{row[0]} {row[1]} {row[2]}").ShouldBe(
            LegalMethods.Default.Rows.Select(row => $"{row.Letter} {Day(row.From)} {Day(row.Until)}"));

    [Fact]
    public void Needs_of_the_allowance_stand_in_their_order() =>
        Rows("docs/linkage/README.md", typeof(ChildAllowance)).Select(row => $"{row[0]} {row[2].Replace("`", string.Empty, StringComparison.Ordinal)} {row[3].Split(", ")[1]}").ShouldBe(
            ChildAllowance.Needs.Select((need, index) => $"{index} {string.Join(", ", need.Items)} {need.Provider}"));

    [Fact]
    public void Folded_characters_fold()
    {
        foreach (string[] row in Rows("docs/numbering/four-attributes.md", typeof(TextFold)))
        {
            string folded = char.ConvertFromUtf32(int.Parse(row[2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            foreach (Match code in Regex.Matches(row[1], "[0-9A-F]{4}", RegexOptions.CultureInvariant))
            {
                string character = char.ConvertFromUtf32(int.Parse(code.Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                TextFold.AreSame($"a{character}b", $"a{folded}b").ShouldBeTrue($"{row[0]} {code.Value}");
            }
        }
    }

    /// <summary>The rows of the table behind the comment that names the type, header and ruler left out.</summary>
    private static string[][] Rows(string page, Type type)
    {
        string marker = $"<!-- table: {type.Name} -->";
        string[] lines = Repository.ReadText(Repository.PathOf(page)).Split('\n');
        int start = Array.IndexOf(lines, marker);
        start.ShouldBeGreaterThanOrEqualTo(0, $"{page} has no {marker}");
        return [.. lines.Skip(start + 1).SkipWhile(line => line.Length == 0).TakeWhile(line => line.StartsWith('|')).Skip(2)
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))];
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–";

    private static string Text(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        int or Enum => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        Delegate => "platform",
        IReadOnlyCollection<Uri> { Count: 0 } => "none",
        _ => "defaults",
    };
}
