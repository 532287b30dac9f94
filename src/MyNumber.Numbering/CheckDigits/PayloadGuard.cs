namespace MyNumber.Numbering.CheckDigits;

/// <summary>The range check of payloads that may be, or by mistake are, a guarded number.</summary>
internal static class PayloadGuard
{
    /// <exception cref="ArgumentOutOfRangeException">Negative, or above the greatest payload. Neither message nor <see cref="ArgumentOutOfRangeException.ActualValue"/> holds the value.</exception>
    public static void Check(long payload, long greatest, string parameter)
    {
        if (payload < 0 || payload > greatest)
        {
            throw new ArgumentOutOfRangeException(parameter, "The payload is negative or has too many digits.");
        }
    }
}
