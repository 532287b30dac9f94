namespace MyNumber.Linkage.Codes.Blocks;

/// <summary>AES-256 under one key over blocks of codes. Thread safe until disposed of.</summary>
internal interface ICodeEngine : IDisposable
{
    /// <summary>How many blocks the careful way of a conversion takes at once.</summary>
    int CarefulChunk { get; }

    UInt128 Encrypt(UInt128 block);

    UInt128 Decrypt(UInt128 block);

    /// <summary>Encrypts whole blocks in place.</summary>
    void Encrypt(Span<byte> blocks);

    /// <summary>Decrypts whole blocks in place.</summary>
    void Decrypt(Span<byte> blocks);

    /// <summary>Encrypts header and link for each link; the lengths are right and nothing overlaps.</summary>
    void Derive(UInt128 header, ReadOnlySpan<byte> links, Span<byte> blocks);

    /// <summary>Converts whole groups from the front as long as every block of a group shows the header of the sender.</summary>
    /// <returns>How many blocks were converted; 0 where there is no fast way.</returns>
    int ConvertGenuine(ICodeEngine target, UInt128 from, UInt128 to, ReadOnlySpan<byte> source, Span<byte> destination);
}
