using System.Text;

namespace MyNumber.Numbering.Tests;

/// <summary>Bad input of every kind gives its own reason: a row for each reason that each number can give, held to what random text gives.</summary>
public sealed class FaultTableTests
{
    private delegate NumberFault Judge(ReadOnlySpan<char> text, NumberStyle style);

    private static readonly Dictionary<string, Judge> Kinds = new()
    {
        ["individual"] = Judged<IndividualNumber>(IndividualNumber.TryParse, IndividualNumber.TryParse),
        ["resident"] = Judged<ResidentRecordCode>(ResidentRecordCode.TryParse, ResidentRecordCode.TryParse),
        ["corporate"] = Judged<CorporateNumber>(CorporateNumber.TryParse, CorporateNumber.TryParse),
        ["government"] = Judged<LocalGovernmentCode>(LocalGovernmentCode.TryParse, LocalGovernmentCode.TryParse),
        ["insurer"] = Judged<InsurerNumber>(InsurerNumber.TryParse, InsurerNumber.TryParse),
        ["pension"] = Judged<BasicPensionNumber>(BasicPensionNumber.TryParse, BasicPensionNumber.TryParse),
        ["application"] = Judged<ApplicationId>(ApplicationId.TryParse, ApplicationId.TryParse),
        ["invoice"] = Judged<InvoiceRegistrationNumber>(InvoiceRegistrationNumber.TryParse, InvoiceRegistrationNumber.TryParse),
    };

    private static readonly (string Kind, NumberFault Fault, string Strict, string Lenient)[] Table =
    [
        .. Everywhere("individual", 12),
        ("individual", NumberFault.WrongCheckDigit, "123456789012", "1234 5678 9012"),
        .. Everywhere("resident", 11),
        ("resident", NumberFault.WrongCheckDigit, "25208017644", "２５２０８０１７６４４"),
        .. Everywhere("corporate", 13),
        ("corporate", NumberFault.WrongStructure, "0700110005901", "0-7001-1000-5901"),
        ("corporate", NumberFault.WrongCheckDigit, "7010401067252", "7-0104-0106-7252"),
        .. Everywhere("government", 6),
        ("government", NumberFault.WrongCheckDigit, "011010", "０１１０１０"),
        .. Everywhere("insurer", 8, shortest: 6),
        ("insurer", NumberFault.WrongLength, "3312001", "331 2001"),
        ("insurer", NumberFault.WrongCheckDigit, "33120016", "33-12-001-6"),
        .. Everywhere("pension", 10),
        .. Everywhere("application", 23),
        .. Everywhere("invoice", 13, prefix: "T"),
        ("invoice", NumberFault.MissingPrefix, "9011001029597", ""),
    ];

    [Fact]
    public void Every_row_gives_its_reason_in_both_styles_and_encodings()
    {
        foreach ((string kind, NumberFault fault, string strict, string lenient) in Table)
        {
            (fault == NumberFault.MisplacedSeparator ? fault : Kinds[kind](strict, NumberStyle.Strict)).ShouldBe(fault, kind);
            (fault == NumberFault.MissingPrefix ? fault : Kinds[kind](lenient, NumberStyle.Lenient)).ShouldBe(fault, kind);
        }
    }

    [Fact]
    public void Every_reason_has_a_row() =>
        Table.Select(row => row.Fault).Distinct().ShouldBe(Enum.GetValues<NumberFault>().Where(fault => fault != NumberFault.None), ignoreOrder: true);

    [Fact]
    public void Every_reason_that_random_text_gives_has_a_row_for_its_kind()
    {
        HashSet<(string, NumberFault)> known = [.. Table.Select(row => (row.Kind, row.Fault))];
        HashSet<(string, NumberFault)> seen = [];
        Random random = new(24);
        Span<char> buffer = stackalloc char[30];
        for (int i = 0; i < 200_000; i++)
        {
            Span<char> text = buffer[..random.Next(buffer.Length)];
            random.GetItems(random.Next(4) == 0 ? "0123456789-T x" : "0123456789", text);
            foreach ((string kind, Judge judge) in Kinds)
            {
                seen.Add((kind, judge(text, (NumberStyle)(i & 1))));
            }
        }

        seen.RemoveWhere(pair => pair.Item2 == NumberFault.None);
        seen.ShouldBe(known, ignoreOrder: true);
    }

    /// <summary>The rows that every kind has. A strict text has no misplaced separator: there a hyphen is a forbidden character.</summary>
    private static IEnumerable<(string Kind, NumberFault Fault, string Strict, string Lenient)> Everywhere(string kind, int longest, int? shortest = null, string prefix = "")
    {
        int least = shortest ?? longest;
        yield return (kind, NumberFault.Empty, "", " \u3000");
        yield return (kind, NumberFault.ForbiddenCharacter, prefix + new string('1', longest - 1) + "x", prefix + new string('1', longest - 1) + "x");
        yield return (kind, NumberFault.MisplacedSeparator, "", prefix + new string('1', longest) + "-");
        yield return (kind, NumberFault.TooShort, prefix + new string('1', least - 1), prefix + new string('１', least - 1));
        yield return (kind, NumberFault.TooLong, prefix + new string('1', longest + 1), prefix + new string('１', longest + 1));
    }

    private static Judge Judged<T>(Published.Parse<T> parse, Published.ParseUtf8<T> parseUtf8)
        where T : struct => (text, style) =>
    {
        Span<byte> utf8 = stackalloc byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        parse(text, style, out _, out NumberFault fault);
        parseUtf8(utf8[..Encoding.UTF8.GetBytes(text, utf8)], style, out _, out NumberFault fromUtf8);
        return fromUtf8 == fault ? fault : throw new InvalidOperationException("The encodings disagree.");
    };
}
