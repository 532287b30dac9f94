namespace MyNumber.Card.Pcsc.Errors;

/// <summary>Makes exceptions out of return codes.</summary>
internal static class PcscFailure
{
    /// <exception cref="CardRemovedException">The code says that no card is there.</exception>
    /// <exception cref="PcscException">Any other code but success.</exception>
    public static void ThrowIfFailed(uint code)
    {
        if (code != PcscCodes.Success)
        {
            throw Of(code);
        }
    }

    public static CardException Of(uint code)
    {
        PcscError error = PcscErrors.Of(code);
        return error.Cause == PcscCause.CardAbsent ? new CardRemovedException() : new PcscException(error);
    }
}
