using System.Text;
using MyNumber.Numbering;

namespace CityNumbering;

/// <summary>Chapter 8, continued: numbers of other kinds and the reasons that only they, or the lenient style, can give: <c>種別,書式,値</c>, row by row through <c>TryParse</c>.</summary>
internal sealed class MixedFile(Narrator narrator, OutputFolder folder, bool english)
{
    /// <summary>Made-up values; the reasons expected stand beside them, the file has the first three columns.</summary>
    private static readonly (string Kind, NumberStyle Style, string Value, NumberFault Expected)[] Rows =
    [
        ("法人番号", NumberStyle.Strict, "0499901000001", NumberFault.WrongStructure),
        ("法人番号", NumberStyle.Strict, "1234567890123", NumberFault.WrongCheckDigit),
        ("登録番号", NumberStyle.Strict, "9499901000001", NumberFault.MissingPrefix),
        ("保険者番号", NumberStyle.Strict, "1234567", NumberFault.WrongLength),
        ("個人番号", NumberStyle.Lenient, "-1234-5678-9012", NumberFault.MisplacedSeparator),
        ("個人番号", NumberStyle.Lenient, "　", NumberFault.Empty),
        ("団体コード", NumberStyle.Strict, "999016", NumberFault.None),
    ];

    public async Task TellAsync()
    {
        await using (FileStream file = folder.Create("mixed.csv"))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(Rows.Select(row => $"{row.Kind},{row.Style},{row.Value}\n"))));
        }

        int asExpected = 0;
        foreach ((string kind, NumberStyle style, string value, NumberFault expected) in Rows)
        {
            NumberFault fault = Judge(kind, style, value);
            asExpected += fault == expected ? 1 : 0;
            Narrator.Line($"{kind} {style} [{Mask.Digits(value)}] {fault}: {FaultExplanation.Of(fault, english)}");
        }

        NumberFault[] shown = [.. Rows.Select(row => row.Expected), .. BadRowKinds.All.Select(kind => kind.Fault)];
        narrator.Step("ほかの番号と、緩い書式だけの理由 (other kinds and styles)", $"{asExpected} / {Rows.Length} 行、すべての理由が出た (every reason was seen)",
            asExpected == Rows.Length && Enum.GetValues<NumberFault>().All(shown.Contains));
    }

    private static NumberFault Judge(string kind, NumberStyle style, string value)
    {
        NumberFault fault;
        _ = kind switch
        {
            "法人番号" => CorporateNumber.TryParse(value, style, out _, out fault),
            "登録番号" => InvoiceRegistrationNumber.TryParse(value, style, out _, out fault),
            "保険者番号" => InsurerNumber.TryParse(value, style, out _, out fault),
            "団体コード" => LocalGovernmentCode.TryParse(value, style, out _, out fault),
            _ => IndividualNumber.TryParse(value, style, out _, out fault),
        };
        return fault;
    }
}
