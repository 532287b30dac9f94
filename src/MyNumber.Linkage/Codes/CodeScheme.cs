namespace MyNumber.Linkage.Codes;

/// <summary>How an agency code was made, the first byte of its envelope. Further numbers are kept for later constructions.</summary>
public static class CodeScheme
{
    /// <summary>One block of AES-256 over format, holder, holder epoch, zeros and link code.</summary>
    public const byte AesBlock = 1;
}
