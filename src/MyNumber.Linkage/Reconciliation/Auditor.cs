using System.Security.Cryptography;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Reconciliation;

/// <summary>An auditor (監査人): holds the heads of all logs and asks for proofs; it needs no records, and a salt only for a record that it opens.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class Auditor
{
    private readonly Dictionary<string, HeadChain> _chains = new(StringComparer.Ordinal);
    private readonly List<HeadEvidence> _evidence = [];
    private readonly Lock _lock = new();

    /// <summary>Heads that accuse their owner: forked, rewritten, gone back.</summary>
    /// <returns>A copy, in the order in which they were shown.</returns>
    public IReadOnlyList<HeadEvidence> Evidence
    {
        get
        {
            lock (_lock)
            {
                return [.. _evidence];
            }
        }
    }

    /// <summary>Starts to watch a log.</summary>
    /// <param name="owner">Whose log it is.</param>
    /// <param name="key">The owner's public key, borrowed; not used elsewhere meanwhile.</param>
    /// <exception cref="ArgumentException">The log is watched already.</exception>
    public void Watch(LogOwner owner, ECDsa key)
    {
        lock (_lock)
        {
            _chains.Add(owner.Origin, new HeadChain(owner.Origin, key));
        }
    }

    /// <summary>The last head of a log that was accepted.</summary>
    /// <param name="owner">Whose log it is.</param>
    /// <returns>The head, or <see langword="null"/>.</returns>
    public LogHead? Latest(LogOwner owner)
    {
        lock (_lock)
        {
            return _chains.GetValueOrDefault(owner.Origin)?.Latest;
        }
    }

    /// <summary>Judges a head that anybody shows: its owner, or a party to whom the owner showed it. So an owner that shows different parties different logs is found.</summary>
    /// <param name="head">The head.</param>
    /// <param name="proof">That the log only grew since <see cref="Latest"/>; <see langword="null"/> for the first head.</param>
    /// <returns>The verdict; <see cref="HeadVerdict.OtherLog"/> when the log is not watched.</returns>
    public HeadVerdict Show(LogHead head, ConsistencyProof? proof)
    {
        ArgumentNullException.ThrowIfNull(head);
        lock (_lock)
        {
            if (!_chains.TryGetValue(head.Origin, out HeadChain? chain))
            {
                return HeadVerdict.OtherLog;
            }

            LogHead? held = chain.Latest;
            HeadVerdict verdict = chain.Accept(head, proof);
            if (verdict is HeadVerdict.Forked or HeadVerdict.Rewritten or HeadVerdict.WentBack)
            {
                _evidence.Add(new HeadEvidence(verdict, head, held));
            }

            return verdict;
        }
    }

    /// <summary>Judges a record that a party shows, withheld from the person or not.</summary>
    /// <param name="proof">The record with its salt, the head and the proof.</param>
    /// <returns>Whether the record is in the log of a head that the auditor holds.</returns>
    public RecordAudit Check(RecordProof proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        lock (_lock)
        {
            bool known = _chains.TryGetValue(proof.Head.Origin, out HeadChain? chain) && chain.Holds(proof.Head);
            return !known ? RecordAudit.UnknownHead : proof.IsProved ? RecordAudit.Proved : RecordAudit.NotInLog;
        }
    }
}
