namespace MyNumber.Card.Apdu;

/// <summary>A view on a response APDU: data, then SW1 SW2 (ISO/IEC 7816-3:2006 §12.1.4).</summary>
/// <remarks>It copies nothing; whoever owns the buffer zeroes it.</remarks>
public readonly ref struct ResponseApdu
{
    private ResponseApdu(ReadOnlySpan<byte> data, StatusWord status)
    {
        Data = data;
        Status = status;
    }

    /// <summary>The response data, without the status word.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>The status word.</summary>
    public StatusWord Status { get; }

    /// <summary>Looks at an answer.</summary>
    /// <param name="answer">The whole answer.</param>
    /// <param name="response">The view, or <see langword="default"/>.</param>
    /// <returns><see langword="false"/> when there are fewer than two bytes.</returns>
    public static bool TryParse(ReadOnlySpan<byte> answer, out ResponseApdu response)
    {
        response = default;
        if (answer.Length < 2)
        {
            return false;
        }

        response = new ResponseApdu(answer[..^2], new StatusWord(answer[^2], answer[^1]));
        return true;
    }

    /// <summary>Looks at the answer that a channel left in a buffer, trusting its length no further than the buffer.</summary>
    internal static ResponseApdu Of(ReadOnlySpan<byte> buffer, int length) =>
        length <= buffer.Length && length >= 2 && TryParse(buffer[..length], out ResponseApdu response)
            ? response
            : throw new CardException("The channel gave an answer without a status word.");
}
