using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace MyNumber.Linkage.Codes;

/// <summary>The exchange of all codes of one holder for new ones (符号の更新): old and new blocks side by side, both epochs, the count and a digest over everything.</summary>
/// <remarks><para>A new key epoch (the core's key is replaced) and a new holder epoch (the holder's table leaked) both need the old codes only: new = E'(D(old)). A refused code has sixteen zeros for its new
/// block, which stand for no code.</para>
/// <para>The digest is SHA-256 over <c>MyNumber.Linkage/migration/v1</c>, a zero byte, the first sixteen bytes of the manifest, SHA-256 of the old blocks and SHA-256 of the new ones. It shows that nothing was lost or
/// altered; whose it is, the channel or a signature over the manifest must show.</para>
/// <para>The blocks are guarded values in memory of the caller, who clears them. Our own design.</para></remarks>
public sealed class CodeMigration
{
    /// <summary>Bytes of a manifest: format, holder (3), holder epochs, key epochs, count (4), refused (4), root (32).</summary>
    public const int ManifestLength = TermsLength + SHA256.HashSizeInBytes;

    private const int TermsLength = 16;
    private const byte Format = 1;

    private readonly byte[] _manifest;
    private readonly ReadOnlyMemory<byte> _old;
    private readonly ReadOnlyMemory<byte> _new;

    private CodeMigration(byte[] manifest, ReadOnlyMemory<byte> oldBlocks, ReadOnlyMemory<byte> newBlocks)
    {
        _manifest = manifest;
        _old = oldBlocks;
        _new = newBlocks;
    }

    /// <summary>Whose codes.</summary>
    public CodeHolderId Holder => new((_manifest[1] << 16) | (_manifest[2] << 8) | _manifest[3]);

    /// <summary>The holder's epoch in the old codes.</summary>
    public byte FromHolderEpoch => _manifest[4];

    /// <summary>The holder's epoch in the new codes.</summary>
    public byte ToHolderEpoch => _manifest[5];

    /// <summary>The key epoch of the old codes.</summary>
    public byte FromKeyEpoch => _manifest[6];

    /// <summary>The key epoch of the new codes.</summary>
    public byte ToKeyEpoch => _manifest[7];

    /// <summary>How many codes there are, refused ones included.</summary>
    public int Count => BinaryPrimitives.ReadInt32BigEndian(_manifest.AsSpan(8));

    /// <summary>How many codes were refused.</summary>
    public int Refused => BinaryPrimitives.ReadInt32BigEndian(_manifest.AsSpan(12));

    /// <summary>Terms and digest, <see cref="ManifestLength"/> bytes; no secret.</summary>
    public ReadOnlyMemory<byte> Manifest => _manifest;

    /// <summary>The digest of the batch, 32 bytes.</summary>
    public ReadOnlyMemory<byte> Root => Manifest[TermsLength..];

    /// <summary>Makes the new codes.</summary>
    /// <param name="from">The cipher of the old codes.</param>
    /// <param name="to">The cipher of the new codes; the same one when only the holder's epoch rises.</param>
    /// <param name="holder">The holder.</param>
    /// <param name="fromHolderEpoch">Its epoch in the old codes.</param>
    /// <param name="toHolderEpoch">Its epoch in the new codes, not lower.</param>
    /// <param name="oldBlocks">Packed blocks; kept by reference.</param>
    /// <param name="newBlocks">As many packed blocks, written; kept by reference; must not overlap the old ones.</param>
    /// <param name="refused">Receives the codes that were refused, as many as fit.</param>
    /// <returns>The migration.</returns>
    /// <exception cref="ArgumentNullException">A cipher is null.</exception>
    /// <exception cref="ArgumentException">The holder is empty, its epoch falls, neither epoch changes, a length is no multiple, the counts differ or the buffers overlap; nothing was written.</exception>
    /// <exception cref="ObjectDisposedException">A key is gone.</exception>
    public static CodeMigration Create(AgencyCodeCipher from, AgencyCodeCipher to, CodeHolderId holder, byte fromHolderEpoch, byte toHolderEpoch, ReadOnlyMemory<byte> oldBlocks, Memory<byte> newBlocks, Span<RefusedCode> refused)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (toHolderEpoch < fromHolderEpoch || (toHolderEpoch == fromHolderEpoch && from.KeyEpoch == to.KeyEpoch))
        {
            throw new ArgumentException("The holder's epoch must not fall, and one of both epochs must change.", nameof(toHolderEpoch));
        }

        if (oldBlocks.Span.Overlaps(newBlocks.Span))
        {
            throw new ArgumentException("The buffers overlap.", nameof(newBlocks));
        }

        int count = from.ConvertTo(to, oldBlocks.Span, holder, fromHolderEpoch, holder, toHolderEpoch, newBlocks.Span, refused);
        byte[] manifest = new byte[ManifestLength];
        BinaryPrimitives.WriteInt32BigEndian(manifest, (Format << 24) | holder.Value);
        (manifest[4], manifest[5], manifest[6], manifest[7]) = (fromHolderEpoch, toHolderEpoch, from.KeyEpoch, to.KeyEpoch);
        BinaryPrimitives.WriteInt32BigEndian(manifest.AsSpan(8), oldBlocks.Length / AgencyCode.BlockLength);
        BinaryPrimitives.WriteInt32BigEndian(manifest.AsSpan(12), count);
        ComputeRoot(manifest, oldBlocks.Span, newBlocks.Span, manifest.AsSpan(TermsLength));
        return new CodeMigration(manifest, oldBlocks, newBlocks);
    }

    /// <summary>Takes a migration that was delivered, when manifest and blocks agree.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="oldBlocks">Packed blocks; kept by reference.</param>
    /// <param name="newBlocks">Packed blocks; kept by reference.</param>
    /// <param name="migration">The migration, or null.</param>
    /// <returns>Whether format, counts and digest are right.</returns>
    public static bool TryRead(ReadOnlySpan<byte> manifest, ReadOnlyMemory<byte> oldBlocks, ReadOnlyMemory<byte> newBlocks, [NotNullWhen(true)] out CodeMigration? migration)
    {
        migration = null;
        if (manifest.Length != ManifestLength || manifest[0] != Format || !manifest[1..4].ContainsAnyExcept((byte)0)
            || oldBlocks.Length != newBlocks.Length || oldBlocks.Length % AgencyCode.BlockLength != 0
            || BinaryPrimitives.ReadUInt32BigEndian(manifest[8..]) != oldBlocks.Length / AgencyCode.BlockLength)
        {
            return false;
        }

        Span<byte> root = stackalloc byte[SHA256.HashSizeInBytes];
        ComputeRoot(manifest, oldBlocks.Span, newBlocks.Span, root);
        migration = root.SequenceEqual(manifest[TermsLength..]) ? new CodeMigration(manifest.ToArray(), oldBlocks, newBlocks) : null;
        return migration is not null;
    }

    /// <summary>An old code.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <returns>The code.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public AgencyCode OldAt(int index) => At(_old, FromKeyEpoch, index);

    /// <summary>The new code in the place of an old one.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <returns>The code, or empty where the old one was refused.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public AgencyCode NewAt(int index) => At(_new, ToKeyEpoch, index) is { Block: var block } code && block != 0 ? code : default;

    private static void ComputeRoot(ReadOnlySpan<byte> manifest, ReadOnlySpan<byte> oldBlocks, ReadOnlySpan<byte> newBlocks, Span<byte> root)
    {
        ReadOnlySpan<byte> label = "MyNumber.Linkage/migration/v1\0"u8;
        Span<byte> message = stackalloc byte[label.Length + TermsLength + (2 * SHA256.HashSizeInBytes)];
        label.CopyTo(message);
        manifest[..TermsLength].CopyTo(message[label.Length..]);
        Span<byte> hashes = message[(label.Length + TermsLength)..];
        SHA256.HashData(oldBlocks, hashes);
        SHA256.HashData(newBlocks, hashes[SHA256.HashSizeInBytes..]);
        SHA256.HashData(message, root);
    }

    private AgencyCode At(ReadOnlyMemory<byte> blocks, byte keyEpoch, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        ReadOnlySpan<byte> block = blocks.Span.Slice(index * AgencyCode.BlockLength, AgencyCode.BlockLength);
        return AgencyCode.FromBlock(CodeScheme.AesBlock, keyEpoch, BinaryPrimitives.ReadUInt128BigEndian(block));
    }
}
