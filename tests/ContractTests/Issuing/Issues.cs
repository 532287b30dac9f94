using System.Globalization;
using System.Text;
using MyNumber.IssuingHost;
using MyNumber.Numbering;
using MyNumber.Numbering.CheckDigits;
using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.ContractTests.Issuing;

/// <summary>Synthetic issues: everything follows from one small number.</summary>
internal static class Issues
{
    public static DateTimeOffset Noon { get; } = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

    public static Guid Request(int seed) => new(seed + 1, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]);

    public static IndividualNumber Number(long eleven)
    {
        string digits = eleven.ToString("D11", CultureInfo.InvariantCulture) + IndividualNumberCheckDigit.Compute(eleven).ToString(CultureInfo.InvariantCulture);
        return IndividualNumber.TryParse(Encoding.ASCII.GetBytes(digits), out IndividualNumber number) ? number : throw new InvalidOperationException("Not a number.");
    }

    public static NumberIssue Of(int seed, int? request = null, int? number = null, int? code = null, int counter = 0, int? replaces = null) => new()
    {
        Request = Request(request ?? seed),
        Code = SyntheticRoll.CodeAt(code ?? seed),
        Counter = counter,
        Number = Number(31_415_926_535 + (number ?? seed)),
        Replaces = replaces is { } replaced ? Number(31_415_926_535 + replaced) : default,
        KeyVersion = 3,
        Municipality = SyntheticRoll.Chiyoda,
        Reason = replaces is null ? IssueReason.Birth : IssueReason.LeakByRequest,
        GeneratedAt = Noon.AddMilliseconds(seed),
    };

    public static NumberIssue[] Batch(int first, int count) => [.. Enumerable.Range(first, count).Select(seed => Of(seed))];
}
