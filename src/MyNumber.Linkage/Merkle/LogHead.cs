using System.Formats.Asn1;
using System.Security.Cryptography;

namespace MyNumber.Linkage.Merkle;

/// <summary>What a log's owner signs of its log at one moment (署名済みログ先頭): size, root, time and the head before.</summary>
/// <remarks>Signed with ECDSA P-256 and SHA-256 over the DER of everything but the signature. Immutable.</remarks>
public sealed class LogHead
{
    private readonly byte[] _body;
    private readonly byte[] _signature;

    internal LogHead(LogHeadBody body, ReadOnlySpan<byte> signature)
    {
        Body = body;
        _body = body.Encode();
        _signature = signature.ToArray();
        Hash = MerkleHash.Hash(_body);
    }

    /// <summary>The longest encoding that is read; a ceiling of this library above the longest that is written.</summary>
    public const int MaxLength = 512;

    /// <summary>Whose log it is.</summary>
    public string Origin => Body.Origin;

    /// <summary>How many heads of this log came before.</summary>
    public long Number => Body.Number;

    /// <summary>How many leaves the log has.</summary>
    public long Size => Body.Size;

    /// <summary>The root over them.</summary>
    public Digest Root => Body.Root;

    /// <summary>When it was signed, UTC in whole milliseconds.</summary>
    public DateTimeOffset Time => Body.Time;

    /// <summary><see cref="Hash"/> of the head before; zero for the first.</summary>
    public Digest Previous => Body.Previous;

    /// <summary>SHA-256 over what is signed. The signature is left out, because a second valid one of the same statement can be made.</summary>
    public Digest Hash { get; }

    private LogHeadBody Body { get; }

    /// <summary>Signs a head.</summary>
    /// <param name="origin">Whose log it is: 1 to 64 printable ASCII characters without spaces.</param>
    /// <param name="size">How many leaves the log has.</param>
    /// <param name="root">The root over them.</param>
    /// <param name="time">Now; cut to milliseconds.</param>
    /// <param name="previous">The head before, or <see langword="null"/> for the first.</param>
    /// <param name="key">The owner's key on P-256; it stays the caller's.</param>
    /// <returns>The head.</returns>
    /// <exception cref="ArgumentException">The origin is no such text or not the one of the head before, or the key is not on P-256.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Size or time is less than the head before has, or negative.</exception>
    /// <exception cref="CryptographicException">The key cannot sign.</exception>
    public static LogHead Sign(string origin, long size, Digest root, DateTimeOffset time, LogHead? previous, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!LogHeadBody.IsOrigin(origin) || (previous is not null && previous.Origin != origin))
        {
            throw new ArgumentException("A log's name has 1 to 64 printable ASCII characters and stays.", nameof(origin));
        }

        HeadSignature.RequireCurve(key);
        DateTimeOffset cut = DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
        ArgumentOutOfRangeException.ThrowIfLessThan(size, previous?.Size ?? 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(cut, previous?.Time ?? DateTimeOffset.UnixEpoch, nameof(time));
        LogHeadBody body = new(origin, previous is null ? 0 : previous.Number + 1, size, root, cut, previous?.Hash ?? default);
        return new LogHead(body, HeadSignature.Sign(key, body.Encode()));
    }

    /// <summary>Reads a head. Its signature is not checked.</summary>
    /// <param name="encoded">What <see cref="Encode"/> gave.</param>
    /// <param name="head">The head, or <see langword="null"/>.</param>
    /// <returns>Whether it is the one encoding of a head.</returns>
    public static bool TryDecode(ReadOnlyMemory<byte> encoded, out LogHead? head)
    {
        head = null;
        try
        {
            if (encoded.Length > MaxLength)
            {
                return false;
            }

            AsnReader sequence = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence();
            LogHeadBody? body = LogHeadBody.Read(sequence.ReadSequence());
            byte[] signature = sequence.ReadOctetString();
            head = body is not null && signature.Length == HeadSignature.Length ? new LogHead(body, signature) : null;
            head = head?.Encode().AsSpan().SequenceEqual(encoded.Span) == true ? head : null;
        }
        catch (AsnContentException)
        {
            head = null;
        }

        return head is not null;
    }

    /// <summary>Writes the head with its signature.</summary>
    /// <returns>DER, at most <see cref="MaxLength"/> bytes.</returns>
    public byte[] Encode()
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(_body);
            writer.WriteOctetString(_signature);
        }

        return writer.Encode();
    }

    /// <summary>Checks the signature.</summary>
    /// <param name="key">The public key that the checker knows the owner by.</param>
    /// <returns>Whether the owner signed this head; false for a key on another curve.</returns>
    public bool IsSignedBy(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return HeadSignature.Verify(key, _body, _signature);
    }

    /// <summary>Whether two heads state the same.</summary>
    /// <param name="other">Another head, or <see langword="null"/>.</param>
    /// <returns>Whether everything but the signature is the same.</returns>
    public bool States(LogHead? other) => other is not null && other.Hash == Hash;
}
