using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Reconciliation;

/// <summary>The bytes of questions about a log's heads and of their answers: DER, one encoding of each; the layout is ours.</summary>
/// <remarks>Reading never throws for what the bytes are. Nothing in them is a secret. Stateless and thread safe.</remarks>
public static class HeadLineEncoding
{
    /// <summary>Asks for the latest head instead of those from a number on.</summary>
    public const long Latest = -1;

    private const int QuestionKind = 81;
    private const int HeadsKind = 82;
    private const int ProofKind = 83;
    private const int MostNodes = 128;

    /// <summary>Writes a question for heads, or for a proof; two numbers each.</summary>
    /// <param name="owner">Whose log is asked about.</param>
    /// <param name="first">The first number of a head, or the earlier size; or <see cref="Latest"/>.</param>
    /// <param name="second">How many heads at most, or the later size.</param>
    /// <returns>DER.</returns>
    public static byte[] Write(LogOwner owner, long first, long second) => MessageWriter.Write(QuestionKind, to => to.Number(owner.Agency.Value).Long(first).Long(second));

    /// <summary>Reads a question.</summary>
    /// <param name="bytes">DER.</param>
    /// <returns>Whose log, and both numbers; <see langword="null"/> for other bytes.</returns>
    public static (LogOwner Owner, long First, long Second)? ReadQuestion(ReadOnlyMemory<byte> bytes) => MessageReader.TryRead<object>(bytes, QuestionKind, from =>
    {
        AgencyId agency = from.Number() is not 0 and int number ? AgencyId.TryCreate(number, out AgencyId read) ? read : from.Spoil<AgencyId>() : default;
        (long first, long second) = (from.Long(), from.Long());
        from.Spoil<int>(first < Latest || second < 0);
        return (new LogOwner(agency), first, second);
    }) as (LogOwner, long, long)?;

    /// <summary>Writes heads.</summary>
    /// <param name="heads">The heads, at most <see cref="IHeadLine.MostHeads"/>.</param>
    /// <returns>DER.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="heads"/> is null.</exception>
    public static byte[] Write(IReadOnlyList<LogHead> heads)
    {
        ArgumentNullException.ThrowIfNull(heads);
        return MessageWriter.Write(HeadsKind, to => to.List(heads, (list, head) => list.Bytes(head.Encode())));
    }

    /// <summary>Reads heads. Signatures are not checked.</summary>
    /// <param name="bytes">DER.</param>
    /// <returns>The heads, or <see langword="null"/>.</returns>
    public static IReadOnlyList<LogHead>? ReadHeads(ReadOnlyMemory<byte> bytes) => MessageReader.TryRead<IReadOnlyList<LogHead>>(bytes, HeadsKind, from =>
        [.. from.List(IHeadLine.MostHeads, list => LogHead.TryDecode(list.Bytes(), out LogHead? head) ? head : list.Spoil<LogHead>()).OfType<LogHead>()]);

    /// <summary>Writes a proof.</summary>
    /// <param name="proof">The proof.</param>
    /// <returns>DER.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="proof"/> is null.</exception>
    public static byte[] Write(ConsistencyProof proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        return MessageWriter.Write(ProofKind, to => to.Long(proof.FirstSize).Long(proof.SecondSize).List(proof.Path, (list, node) => list.Digest(node)));
    }

    /// <summary>Reads a proof. It is not checked.</summary>
    /// <param name="bytes">DER.</param>
    /// <returns>The proof, or <see langword="null"/>.</returns>
    public static ConsistencyProof? ReadProof(ReadOnlyMemory<byte> bytes) => MessageReader.TryRead(bytes, ProofKind, from =>
        new ConsistencyProof(from.Long(), from.Long(), from.List(MostNodes, list => list.Digest())));
}
