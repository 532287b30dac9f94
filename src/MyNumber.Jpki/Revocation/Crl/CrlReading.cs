using System.Formats.Asn1;
using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;
using static MyNumber.Jpki.Asn1.DerReader;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>One list while it is read, from memory or piece by piece. The only reader of lists for a store; nothing comes out before the signature held.</summary>
internal sealed class CrlReading : IDisposable
{
    private readonly CrlEntryCollector _entries;
    private readonly byte[] _tail;
    private int _position;

    private CrlReading(CrlHead head, CrlTerms terms)
    {
        Head = head;
        Terms = terms;
        Refusal = CrlCheck.CheckHead(head, terms.Anchors);
        Hashes = new CrlHashes(head, TrustAnchor.HashOf(head.SignatureAlgorithm) ?? HashAlgorithmName.SHA256);
        _position = head.RevokedStart;
        _tail = new byte[head.Total - head.RevokedEnd];
        _entries = new CrlEntryCollector(head.ThisUpdate, head.RevokedEnd - head.RevokedStart, terms.MostSideEntries);
    }

    public CrlHead Head { get; }

    /// <summary>Set once the list was read whole.</summary>
    public CrlTail Tail { get; private set; }

    public CrlTerms Terms { get; }

    /// <summary>Why reading on is needless; None while it is not.</summary>
    public VerificationReason Refusal { get; }

    /// <summary>Takes all bytes of the list from its first, apart from <see cref="Feed"/> and perhaps on another thread.</summary>
    public CrlHashes Hashes { get; }

    public bool HasUnrecognisedCriticalEntry => _entries.HasUnrecognisedCritical;

    /// <summary>Begins with the list's first bytes, all or at least <see cref="CrlLimits.LongestHead"/>.</summary>
    /// <exception cref="AsnContentException">A flaw.</exception>
    public static CrlReading Begin(ReadOnlyMemory<byte> start, CrlTerms terms) => new(CrlHead.Read(start), terms);

    /// <summary>Takes what follows the head.</summary>
    /// <returns>How many bytes were taken; the rest, less than <see cref="CrlLimits.LongestEntry"/>, must come again in front of what follows.</returns>
    /// <exception cref="AsnContentException">A flaw, or bytes behind the list's end.</exception>
    public int Feed(ReadOnlySpan<byte> data)
    {
        int taken = Math.Min(data.Length, Head.RevokedEnd - Math.Min(_position, Head.RevokedEnd));
        if (taken != 0)
        {
            taken = _entries.Read(data[..taken], isLast: taken == Head.RevokedEnd - _position);
            _position += taken;
        }

        if (_position < Head.RevokedEnd)
        {
            return taken;
        }

        data = data[taken..];
        Require(data.Length <= Head.Total - _position);
        data.CopyTo(_tail.AsSpan(_position - Head.RevokedEnd));
        _position += data.Length;
        return taken + data.Length;
    }

    /// <summary>Verifies what was read and makes the list. Called once, when all bytes were fed and hashed.</summary>
    /// <exception cref="AsnContentException">A flaw; the list ends too soon.</exception>
    public CrlAddition Finish()
    {
        Require(_position == Head.Total);
        Tail = CrlTail.Read(Head, _tail);
        VerificationReason reason = CrlCheck.Check(this, Hashes.FinishSigned(), out TrustAnchor? issuer);
        if (reason != VerificationReason.None)
        {
            return new CrlAddition(reason);
        }

        CrlList list = new(Head, Tail, Hashes.FinishWhole(), _entries.BuildIndex());
        return new CrlAddition(VerificationReason.None, new CrlScope(issuer!.Name, issuer.KeyHash, Tail.Extensions.Scope.ToArray()), list);
    }

    public void Dispose() => Hashes.Dispose();
}
