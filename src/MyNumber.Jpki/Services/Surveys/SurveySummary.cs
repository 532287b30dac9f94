using System.Globalization;

namespace MyNumber.Jpki.Services.Surveys;

/// <summary>How many rows a survey has had so far, and with which advice; it goes on after a resumption.</summary>
/// <remarks>Immutable. No reference of an account is in it, so it may stand in a log.</remarks>
public sealed class SurveySummary
{
    private readonly long[] _advices;

    internal SurveySummary(long asked, long[] advices)
    {
        Asked = asked;
        _advices = advices;
    }

    /// <summary>Rows so far.</summary>
    public long Rows => _advices.Sum();

    /// <summary>For how many the status source was asked. The others failed at the desk, for example by expiry, and are no question to the authority.</summary>
    public long Asked { get; }

    /// <summary>Rows that change nothing because nothing is known for sure: ask them again.</summary>
    public long Undetermined => this[StatusAdvice.AskAgainLater];

    /// <summary>Rows with an advice.</summary>
    /// <param name="advice">Which.</param>
    /// <returns>How many.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such advice.</exception>
    public long this[StatusAdvice advice] => Enum.IsDefined(advice) ? _advices[(int)advice] : throw new ArgumentOutOfRangeException(nameof(advice));

    /// <summary>All counts that are not zero.</summary>
    /// <returns>Such as <c>3 rows, 3 asked: Continue 2, AskAgainLater 1</c>.</returns>
    public override string ToString()
    {
        string rows = string.Join(", ", Enum.GetValues<StatusAdvice>().Where(advice => this[advice] > 0).Select(advice => string.Create(CultureInfo.InvariantCulture, $"{advice} {this[advice]}")));
        return string.Create(CultureInfo.InvariantCulture, $"{Rows} rows, {Asked} asked: {rows}");
    }

    internal static SurveySummary Empty { get; } = new(0, new long[Enum.GetValues<StatusAdvice>().Length]);

    internal IReadOnlyList<long> Counts => _advices;

    internal SurveySummary Add(StatusCheck check)
    {
        long[] advices = [.. _advices];
        advices[(int)check.Advice]++;
        return new SurveySummary(Asked + (check.Validation.Status is null ? 0 : 1), advices);
    }
}
