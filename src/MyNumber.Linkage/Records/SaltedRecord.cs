using System.Security.Cryptography;
using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Records;

/// <summary>A record with its salt, and so with its commitment (コミットメント): HMAC-SHA-256 under the salt over the canonical bytes.</summary>
/// <remarks>Immutable. The leaf of a log is SHA-256(0x00 ‖ commitment), which <see cref="MerkleHash.Leaf(Digest)"/> makes.</remarks>
public sealed class SaltedRecord
{
    private readonly byte[] _canonical;

    /// <summary>Commits to a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="salt">The salt that all three parties have for it.</param>
    /// <exception cref="ArgumentException">The salt is empty.</exception>
    /// <exception cref="InvalidOperationException"><see cref="AccessRecord.Check"/> has a reason against the record.</exception>
    public SaltedRecord(AccessRecord record, RecordSalt salt)
    {
        ArgumentNullException.ThrowIfNull(record);
        Record = record;
        Salt = salt;
        _canonical = record.Encode();
        Commitment = Commit(_canonical, salt);
    }

    /// <summary>The record.</summary>
    public AccessRecord Record { get; }

    /// <summary>The salt.</summary>
    public RecordSalt Salt { get; }

    /// <summary>The commitment.</summary>
    public Digest Commitment { get; }

    /// <summary>The canonical bytes of the record.</summary>
    public ReadOnlyMemory<byte> Canonical => _canonical;

    /// <summary>The commitment to canonical bytes.</summary>
    /// <param name="canonical">What <see cref="AccessRecord.Encode"/> gave.</param>
    /// <param name="salt">The salt.</param>
    /// <returns>HMAC-SHA-256.</returns>
    /// <exception cref="ArgumentException">The salt is empty.</exception>
    public static Digest Commit(ReadOnlySpan<byte> canonical, RecordSalt salt)
    {
        if (salt.IsEmpty)
        {
            throw new ArgumentException("A record is committed to under a salt.", nameof(salt));
        }

        Span<byte> key = stackalloc byte[RecordSalt.Length];
        Span<byte> mac = stackalloc byte[Digest.Length];
        salt.WriteRevealed(key);
        HMACSHA256.HashData(key, canonical, mac);
        CryptographicOperations.ZeroMemory(key);
        return Digest.FromBytes(mac);
    }

    /// <summary>Opens a commitment: reads the bytes and compares. An auditor checks a withheld record with it.</summary>
    /// <param name="commitment">The commitment that a log holds.</param>
    /// <param name="canonical">The bytes that are said to be behind it.</param>
    /// <param name="salt">The salt.</param>
    /// <param name="record">The record, or <see langword="null"/>.</param>
    /// <returns>Whether the bytes are a record and the commitment is theirs.</returns>
    public static bool TryOpen(Digest commitment, ReadOnlyMemory<byte> canonical, RecordSalt salt, out SaltedRecord? record)
    {
        record = !salt.IsEmpty && Commit(canonical.Span, salt) == commitment && AccessRecord.TryDecode(canonical, out AccessRecord? read) == RecordFault.None
            ? new SaltedRecord(read!, salt)
            : null;
        return record is not null;
    }

    /// <summary>What <see cref="AccessRecord.ToString"/> gives, with the salt masked.</summary>
    /// <returns>One line, in every culture the same.</returns>
    public override string ToString() => $"{Record}, {Salt}";
}
