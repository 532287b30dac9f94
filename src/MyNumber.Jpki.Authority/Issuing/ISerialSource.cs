namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>Gives serial numbers (発行の番号) to an authority. Injected, so that the same source gives the same certificates byte for byte.</summary>
public interface ISerialSource
{
    /// <summary>Takes the next number. Must be safe to call from several threads.</summary>
    /// <returns>A number whose DER contents are four octets, the first 00 to 07, never given before.</returns>
    /// <exception cref="InvalidOperationException">The range is used up.</exception>
    uint Next();
}
