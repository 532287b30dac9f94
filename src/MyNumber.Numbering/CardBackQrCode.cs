namespace MyNumber.Numbering;

/// <summary>The text in the QR code on the back of the individual number card (個人番号カード裏面のQRコード): the twelve digits of the individual number.</summary>
/// <remarks>What a scanner hands over is read strictly; one line end (CR, LF or CR LF) at its end, which scanners add, is allowed. Drawing the code is left to others.</remarks>
public static class CardBackQrCode
{
    /// <summary>The length of the payload in bytes.</summary>
    public const int Length = 12;

    /// <summary>Reads what a scanner read.</summary>
    /// <param name="payload">The bytes of the code.</param>
    /// <param name="number">The number, or empty.</param>
    /// <param name="fault">The reason when the answer is no.</param>
    /// <returns>Whether the payload is an individual number.</returns>
    public static bool TryRead(ReadOnlySpan<byte> payload, out IndividualNumber number, out NumberFault fault) =>
        NumberText.TryParse(WithoutLineEnd(payload), NumberStyle.Strict, out number, out fault);

    /// <summary>Writes the payload into a buffer that the caller owns and clears; this gives the number away.</summary>
    /// <param name="number">The number.</param>
    /// <param name="destination">Twelve bytes or more.</param>
    /// <param name="bytesWritten">12, or 0.</param>
    /// <returns>Whether the payload fitted.</returns>
    /// <exception cref="InvalidOperationException">The number is empty.</exception>
    public static bool TryWrite(IndividualNumber number, Span<byte> destination, out int bytesWritten) => number.TryReveal(destination, out bytesWritten);

    private static ReadOnlySpan<byte> WithoutLineEnd(ReadOnlySpan<byte> payload)
    {
        ReadOnlySpan<byte> text = payload.EndsWith("\n"u8) ? payload[..^1] : payload;
        return text.EndsWith("\r"u8) ? text[..^1] : text;
    }
}
