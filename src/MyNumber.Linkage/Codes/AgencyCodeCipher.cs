using System.Security.Cryptography;
using MyNumber.Linkage.Codes.Blocks;

namespace MyNumber.Linkage.Codes;

/// <summary>Makes, judges and converts agency codes (機関別符号) under the key of one key epoch (鍵世代): AES-256 over one block of format, holder, holder epoch, zeros and link code.</summary>
/// <remarks><para>As AES is a bijection and the holder is inside the block, codes of different people at one holder and of one person at different holders differ with certainty, given unique link codes.
/// The 48 bits beside the link tell forged, foreign and superseded codes without a database.</para>
/// <para>Batches are packed bytes: links of <see cref="LinkCode.Length"/>, codes as blocks of <see cref="AgencyCode.BlockLength"/> without the two bytes of their envelopes. On x86-64 with AES-NI eight blocks are in flight;
/// Arm has the same lanes, compiled but not yet run by our tests; elsewhere the platform's AES does the work. All give the same answers.</para>
/// <para>Thread safe. Keys lie in pinned memory and are zeroed at <see cref="Dispose"/>; a call that a disposal overtakes clears what it wrote and throws. Only the core holds one of these. Construction: project
/// research notes (our own; cipher and custody of the real system are not public).</para></remarks>
public sealed class AgencyCodeCipher : IDisposable
{
    /// <summary>Bytes of a key.</summary>
    public const int KeyLength = 32;

    private static readonly CodeBlockLayout _layout = CodeBlockLayout.Aes;

    private readonly ICodeEngine _engine;
    private volatile bool _disposed;

    /// <summary>Takes a key.</summary>
    /// <param name="keyEpoch">The number of the key epoch, which goes into every envelope.</param>
    /// <param name="key">32 random bytes; copied, the caller zeroes its own.</param>
    /// <exception cref="ArgumentException">The length is not 32.</exception>
    public AgencyCodeCipher(byte keyEpoch, ReadOnlySpan<byte> key)
        : this(keyEpoch, key, CodeEngines.Best)
    {
    }

    internal AgencyCodeCipher(byte keyEpoch, ReadOnlySpan<byte> key, CodePath path)
    {
        if (key.Length != KeyLength)
        {
            throw new ArgumentException("A code key has 32 bytes.", nameof(key));
        }

        KeyEpoch = keyEpoch;
        _engine = CodeEngines.Create(key, path);
    }

    /// <summary>The key epoch.</summary>
    public byte KeyEpoch { get; }

    /// <summary>Makes the code by which a holder knows a person.</summary>
    /// <param name="holder">The holder.</param>
    /// <param name="holderEpoch">The holder's epoch; raised by one when its codes must all change.</param>
    /// <param name="link">The person's link code.</param>
    /// <returns>The code.</returns>
    /// <exception cref="ArgumentException">Holder or link is empty.</exception>
    /// <exception cref="ObjectDisposedException">The key is gone.</exception>
    public AgencyCode Derive(CodeHolderId holder, byte holderEpoch, LinkCode link)
    {
        UInt128 header = Header(holder, holderEpoch);
        if (link.IsEmpty)
        {
            throw new ArgumentException("The link code is empty.", nameof(link));
        }

        UInt128 block = _engine.Encrypt(header | link.Value);
        ThrowIfDisposed([]);
        return AgencyCode.FromBlock(CodeScheme.AesBlock, KeyEpoch, block);
    }

    /// <summary>Judges a presented code.</summary>
    /// <param name="code">The code; an empty one has an unknown scheme.</param>
    /// <param name="holder">Who presents it.</param>
    /// <param name="holderEpoch">That holder's present epoch. A code of a later one is forged: none was made yet.</param>
    /// <param name="link">The person's link code when the code is genuine, else empty.</param>
    /// <returns>The verdict. A random block is genuine with a chance of 2^-48, and is called foreign instead of forged with one of 2^-16.</returns>
    /// <exception cref="ArgumentException">The holder is empty.</exception>
    /// <exception cref="ObjectDisposedException">The key is gone.</exception>
    public CodeVerdict Inspect(AgencyCode code, CodeHolderId holder, byte holderEpoch, out LinkCode link)
    {
        link = default;
        CheckHolder(holder);
        if (code.Scheme != CodeScheme.AesBlock || code.KeyEpoch != KeyEpoch)
        {
            return code.Scheme != CodeScheme.AesBlock ? CodeVerdict.UnknownScheme : CodeVerdict.UnknownKeyEpoch;
        }

        UInt128 block = _engine.Decrypt(code.Block);
        ThrowIfDisposed([]);
        CodeVerdict verdict = _layout.Judge(block, holder.Value, holderEpoch);
        link = verdict == CodeVerdict.Genuine ? LinkCode.FromValue(_layout.Link(block)) : default;
        return verdict;
    }

    /// <summary>Turns one holder's code of a person into another holder's, under the same key.</summary>
    /// <param name="code">The code.</param>
    /// <param name="from">Who presents it.</param>
    /// <param name="fromEpoch">That holder's present epoch.</param>
    /// <param name="to">Whose code is wanted.</param>
    /// <param name="toEpoch">That holder's epoch.</param>
    /// <param name="converted">The other holder's code when the code is genuine, else empty.</param>
    /// <returns>The verdict on the code.</returns>
    /// <exception cref="ArgumentException">A holder is empty.</exception>
    /// <exception cref="ObjectDisposedException">The key is gone.</exception>
    public CodeVerdict Convert(AgencyCode code, CodeHolderId from, byte fromEpoch, CodeHolderId to, byte toEpoch, out AgencyCode converted)
    {
        CheckHolder(to);
        CodeVerdict verdict = Inspect(code, from, fromEpoch, out LinkCode link);
        converted = verdict == CodeVerdict.Genuine ? Derive(to, toEpoch, link) : default;
        return verdict;
    }

    /// <summary>Makes the codes of many people for one holder.</summary>
    /// <param name="holder">The holder.</param>
    /// <param name="holderEpoch">The holder's epoch.</param>
    /// <param name="links">Packed link codes; any ten bytes are taken as one.</param>
    /// <param name="blocks">As many packed blocks; must not overlap the links. Owned and cleared by the caller.</param>
    /// <exception cref="ArgumentException">The holder is empty, a length is no multiple, the counts differ or the buffers overlap; nothing was written.</exception>
    /// <exception cref="ObjectDisposedException">The key is gone.</exception>
    public void Derive(CodeHolderId holder, byte holderEpoch, ReadOnlySpan<byte> links, Span<byte> blocks)
    {
        UInt128 header = Header(holder, holderEpoch);
        if (links.Length % LinkCode.Length != 0 || blocks.Length % AgencyCode.BlockLength != 0 || links.Length / LinkCode.Length != blocks.Length / AgencyCode.BlockLength)
        {
            throw new ArgumentException("Links have ten bytes, blocks sixteen, and there are as many of each.", nameof(blocks));
        }

        if (links.Overlaps(blocks))
        {
            throw new ArgumentException("The buffers overlap.", nameof(blocks));
        }

        _engine.Derive(header, links, blocks);
        ThrowIfDisposed(blocks);
    }

    /// <summary>Turns many codes of one holder into another's, under the same key.</summary>
    /// <inheritdoc cref="ConvertTo" path="/param[not(@name='target')]|/returns|/exception"/>
    public int Convert(ReadOnlySpan<byte> blocks, CodeHolderId from, byte fromEpoch, CodeHolderId to, byte toEpoch, Span<byte> converted, Span<RefusedCode> refused) =>
        ConvertTo(this, blocks, from, fromEpoch, to, toEpoch, converted, refused);

    /// <summary>Turns many codes of one holder under this key into codes of another, or of the same in another epoch, under another key.</summary>
    /// <param name="target">The cipher of the new codes; may be this one.</param>
    /// <param name="blocks">Packed blocks.</param>
    /// <param name="from">Who presents them.</param>
    /// <param name="fromEpoch">That holder's present epoch.</param>
    /// <param name="to">Whose codes are wanted.</param>
    /// <param name="toEpoch">That holder's epoch.</param>
    /// <param name="converted">As many packed blocks, zeros where a code was refused; may be the very buffer of <paramref name="blocks"/>. Owned and cleared by the caller.</param>
    /// <param name="refused">Receives the refused codes in order; when there are more than fit, the rest are suppressed all the same and counted.</param>
    /// <returns>How many codes were refused.</returns>
    /// <exception cref="ArgumentNullException">No target.</exception>
    /// <exception cref="ArgumentException">A holder is empty, a length is no multiple, the counts differ or the buffers overlap in part; nothing was written.</exception>
    /// <exception cref="ObjectDisposedException">A key is gone.</exception>
    public int ConvertTo(AgencyCodeCipher target, ReadOnlySpan<byte> blocks, CodeHolderId from, byte fromEpoch, CodeHolderId to, byte toEpoch, Span<byte> converted, Span<RefusedCode> refused)
    {
        ArgumentNullException.ThrowIfNull(target);
        CheckHolder(from);
        CheckHolder(to);
        if (blocks.Length % AgencyCode.BlockLength != 0 || blocks.Length != converted.Length)
        {
            throw new ArgumentException("Blocks have sixteen bytes, and there are as many of each.", nameof(converted));
        }

        if (blocks.Overlaps(converted, out int offset) && offset != 0)
        {
            throw new ArgumentException("The buffers overlap in part.", nameof(converted));
        }

        ThrowIfDisposed([]);
        target.ThrowIfDisposed([]);
        BatchConversion conversion = new(_engine, target._engine, _layout, new CodeMove(from.Value, fromEpoch, to.Value, toEpoch), refused);
        int count = conversion.Run(blocks, converted);
        ThrowIfDisposed(converted);
        target.ThrowIfDisposed(converted);
        return count;
    }

    /// <summary>Zeroes the key.</summary>
    public void Dispose()
    {
        _disposed = true;
        Interlocked.MemoryBarrier();
        _engine.Dispose();
    }

    private static void CheckHolder(CodeHolderId holder)
    {
        if (holder.IsEmpty)
        {
            throw new ArgumentException("The holder is empty.", nameof(holder));
        }
    }

    private UInt128 Header(CodeHolderId holder, byte holderEpoch)
    {
        CheckHolder(holder);
        ThrowIfDisposed([]);
        return _layout.Header(holder.Value, holderEpoch);
    }

    /// <summary>Keys are zeroed after the flag is set, so whoever has read a zeroed key sees the flag here.</summary>
    private void ThrowIfDisposed(Span<byte> written)
    {
        Volatile.ReadBarrier();
        if (_disposed)
        {
            CryptographicOperations.ZeroMemory(written);
            throw new ObjectDisposedException(nameof(AgencyCodeCipher));
        }
    }
}
