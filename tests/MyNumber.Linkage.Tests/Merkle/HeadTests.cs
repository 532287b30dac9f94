using System.Security.Cryptography;
using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Tests.Merkle;

public sealed class HeadTests : IDisposable
{
    private static readonly DateTimeOffset _now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly MerkleLog _log = Seeded.Log(100);

    public void Dispose() => _key.Dispose();

    [Fact]
    public void Head_is_read_back_and_its_signature_holds()
    {
        LogHead head = Head(7, null);
        LogHead.TryDecode(head.Encode(), out LogHead? read).ShouldBeTrue();
        (read!.States(head), read.IsSignedBy(_key), read.Origin, read.Number, read.Size, read.Root, read.Time, read.Previous.IsZero)
            .ShouldBe((true, true, "core", 0, 7, _log.RootAt(7), _now.AddMilliseconds(7), true));
        Head(8, head).Previous.ShouldBe(head.Hash);
    }

    [Fact]
    public void Altered_byte_is_refused_or_breaks_the_signature()
    {
        byte[] bytes = Head(7, Head(5, null)).Encode();
        for (int place = 0; place < bytes.Length; place++)
        {
            bytes[place] ^= 1;
            (LogHead.TryDecode(bytes, out LogHead? head) && head!.IsSignedBy(_key)).ShouldBeFalse(place.ToString());
            bytes[place] ^= 1;
        }

        LogHead.TryDecode((byte[])[.. bytes, 0], out _).ShouldBeFalse();
        LogHead.TryDecode(bytes.AsMemory(0, bytes.Length - 1), out _).ShouldBeFalse();
        LogHead.TryDecode(new byte[LogHead.MaxLength + 1], out _).ShouldBeFalse();
    }

    [Fact]
    public void Key_on_another_curve_neither_signs_nor_verifies()
    {
        using ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Should.Throw<ArgumentException>(() => LogHead.Sign("core", 1, default, _now, null, other));
        Head(1, null).IsSignedBy(other).ShouldBeFalse();
    }

    [Fact]
    public void Head_that_does_not_follow_is_not_signed()
    {
        LogHead head = Head(7, null);
        Should.Throw<ArgumentOutOfRangeException>(() => LogHead.Sign("core", 6, default, _now.AddDays(1), head, _key));
        Should.Throw<ArgumentOutOfRangeException>(() => LogHead.Sign("core", 8, default, _now.AddDays(-1), head, _key));
        Should.Throw<ArgumentException>(() => LogHead.Sign("other", 8, default, _now.AddDays(1), head, _key));
        Should.Throw<ArgumentException>(() => LogHead.Sign("the core", 8, default, _now, null, _key));
        Should.Throw<ArgumentOutOfRangeException>(() => LogHead.Sign("core", -1, default, _now, null, _key));
    }

    [Fact]
    public void Witness_accepts_a_chain_and_knows_its_heads_again()
    {
        HeadChain chain = new("core", _key);
        LogHead first = Head(5, null);
        LogHead second = Head(9, first);
        chain.Accept(first, null).ShouldBe(HeadVerdict.Accepted);
        chain.Accept(second, _log.ProveConsistency(5, 9)).ShouldBe(HeadVerdict.Accepted);
        chain.Accept(first, null).ShouldBe(HeadVerdict.AlreadyKnown);
        chain.ToList().ShouldBe([first, second]);
        (chain.Holds(second), chain.Holds(Head(12, second))).ShouldBe((true, false));
    }

    [Fact]
    public void Witness_names_what_is_wrong_with_a_head()
    {
        using ECDsa stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        HeadChain chain = new("core", _key);
        LogHead first = Head(5, null);
        LogHead second = Head(9, first);
        LogHead third = Head(12, second);
        chain.Accept(second, null).ShouldBe(HeadVerdict.Gap);
        chain.Accept(LogHead.Sign("agency-1", 5, _log.RootAt(5), _now, null, _key), null).ShouldBe(HeadVerdict.OtherLog);
        chain.Accept(LogHead.Sign("core", 5, _log.RootAt(5), _now, null, stranger), null).ShouldBe(HeadVerdict.BadSignature);
        chain.Accept(first, null);
        chain.Accept(third, _log.ProveConsistency(5, 12)).ShouldBe(HeadVerdict.Gap);
        chain.Accept(second, null).ShouldBe(HeadVerdict.NoProof);
        chain.Accept(second, _log.ProveConsistency(4, 9)).ShouldBe(HeadVerdict.NoProof);
        chain.Accept(second, new ConsistencyProof(5, 9, _log.ProveConsistency(5, 10).Path)).ShouldBe(HeadVerdict.Rewritten);
        chain.Accept(LogHead.Sign("core", 9, _log.RootAt(10), _now.AddDays(1), first, _key), _log.ProveConsistency(5, 9)).ShouldBe(HeadVerdict.Rewritten);
        chain.Accept(Head(9, Head(6, null)), _log.ProveConsistency(5, 9)).ShouldBe(HeadVerdict.Forked);
        chain.Accept(Head(6, null), null).ShouldBe(HeadVerdict.Forked);
        chain.ToList().ShouldBe([first]);
    }

    [Fact]
    public void Witness_sees_a_log_that_went_back()
    {
        HeadChain chain = new("core", _key);
        LogHead first = Head(9, null);
        chain.Accept(first, null);
        chain.Accept(Backdated(first, 5, _now.AddDays(1)), null).ShouldBe(HeadVerdict.WentBack);
        chain.Accept(Backdated(first, 9, _now.AddDays(-1)), _log.ProveConsistency(9, 9)).ShouldBe(HeadVerdict.WentBack);
    }

    private LogHead Head(long size, LogHead? previous) => LogHead.Sign("core", size, _log.RootAt(size), _now.AddMilliseconds(size), previous, _key);

    private LogHead Backdated(LogHead previous, long size, DateTimeOffset time)
    {
        LogHeadBody body = new("core", previous.Number + 1, size, _log.RootAt(size), time, previous.Hash);
        return new LogHead(body, HeadSignature.Sign(_key, body.Encode()));
    }
}
