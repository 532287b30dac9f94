using System.Globalization;
using MyNumber.Numbering;
using MyNumber.Numbering.CheckDigits;
using MyNumber.Numbering.Issuing.Bulk;

namespace MyNumber.IssuingHost;

/// <summary>Synthetic people: the code of a place follows from the place, so that every process sees the same roll.</summary>
public sealed class SyntheticRoll(long count) : IBulkRoll
{
    public static LocalGovernmentCode Chiyoda { get; } = Municipality("131016");

    public long Count => count;

    public ValueTask<int> ReadAsync(long position, Memory<BulkSubject> into, CancellationToken cancellationToken = default)
    {
        int read = (int)Math.Min(count - position, into.Length);
        for (int i = 0; i < read; i++)
        {
            into.Span[i] = new BulkSubject(CodeAt(position + i), Chiyoda);
        }

        return ValueTask.FromResult(read);
    }

    /// <summary>Any place but none: the code of ten noughts gives no number.</summary>
    public static ResidentRecordCode CodeAt(long position)
    {
        long digits = ((position + 1) * 7_368_787) % 10_000_000_000;
        string text = digits.ToString("D10", CultureInfo.InvariantCulture) + ResidentRecordCodeCheckDigit.Compute(digits).ToString(CultureInfo.InvariantCulture);
        return ResidentRecordCode.TryParse(text, NumberStyle.Strict, out ResidentRecordCode code, out _) ? code : throw new InvalidOperationException("Not a code.");
    }

    public static LocalGovernmentCode Municipality(string text) =>
        LocalGovernmentCode.TryParse(text, NumberStyle.Strict, out LocalGovernmentCode code, out _) ? code : throw new InvalidOperationException("Not a municipality.");
}
