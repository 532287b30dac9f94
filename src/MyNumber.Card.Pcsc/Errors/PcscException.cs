using System.Globalization;

namespace MyNumber.Card.Pcsc.Errors;

/// <summary>A PC/SC call failed. A card that is gone is a <see cref="CardRemovedException"/> instead.</summary>
/// <remarks>The message is English: what happened, what to do, name and code. <see cref="Error"/> has the same in Japanese.</remarks>
public sealed class PcscException : CardException
{
    /// <summary>Makes the exception from a row of the table.</summary>
    /// <param name="error">The row.</param>
    /// <param name="innerException">The cause below, if any.</param>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is null.</exception>
    public PcscException(PcscError error, Exception? innerException = null)
        : base(Text(error), innerException) => Error = error;

    /// <summary>The row of the table: code, cause, and words in two languages.</summary>
    public PcscError Error { get; }

    /// <summary>The return code, 32 bits; 0 when the library is not there.</summary>
    public uint Code => Error.Code;

    /// <summary>The cause.</summary>
    public PcscCause Cause => Error.Cause;

    private static string Text(PcscError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return string.Create(CultureInfo.InvariantCulture, $"{error.English.What} {error.English.Remedy} ({error.Symbol}, 0x{error.Code:X8})");
    }
}
