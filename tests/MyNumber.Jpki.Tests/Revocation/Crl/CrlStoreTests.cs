using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Revocation.Crl;

public sealed class CrlStoreTests
{
    private static readonly DateTimeOffset Since = StatusLab.Now.AddDays(-40);

    internal static CrlStore Store(ManualTimeProvider? clock = null, params LabList[] lists)
    {
        CrlStore store = new(clock ?? new ManualTimeProvider(StatusLab.Now));
        foreach (LabList list in lists)
        {
            store.TryAdd(list.Encode(), StatusLab.Anchors, out VerificationReason reason).ShouldBeTrue();
            reason.ShouldBe(VerificationReason.None);
        }

        return store;
    }

    internal static RevocationEvidence Check(CrlStore store, VerifiedPath? path = null)
    {
        ValueTask<RevocationEvidence> answer = store.CheckAsync(path ?? StatusLab.Path());
        answer.IsCompletedSuccessfully.ShouldBeTrue("nothing waits");
        return answer.Result;
    }

    [Theory]
    [InlineData("no reason given", null, RevocationState.Revoked)]
    [InlineData("key compromised", 1, RevocationState.Revoked)]
    [InlineData("address changed", 3, RevocationState.Revoked)]
    [InlineData("hold", 6, RevocationState.Held)]
    [InlineData("foreign reason", 9, RevocationState.Revoked)]
    public void Listed_serial_is_told_with_reason_and_time(string description, int? reason, RevocationState state)
    {
        RevocationEvidence evidence = Check(Store(null, new LabList { Entries = [([0x01], Since, 1), (StatusLab.Serial, Since, reason), ([0x7F], Since, 6)] }));
        evidence.State.ShouldBe(state, description);
        evidence.Reason.ShouldBe((RevocationReason?)reason, description);
        evidence.Since.ShouldBe(Since);
        evidence.Method.ShouldBe(RevocationMethod.Crl);
        evidence.Failure.ShouldBe(VerificationReason.None);
    }

    [Fact]
    public void Serial_that_is_not_listed_is_good_and_the_list_is_named()
    {
        LabList list = new() { Entries = [([0x01], Since, 1)], Number = [0x00, 0x80, 0x01] };
        RevocationEvidence evidence = Check(Store(null, list));
        evidence.State.ShouldBe(RevocationState.Good);
        evidence.ThisUpdate.ShouldBe(list.ThisUpdate);
        evidence.NextUpdate.ShouldBe(list.NextUpdate);
        evidence.CrlNumber.ToArray().ShouldBe([0x80, 0x01]);
        evidence.CrlSha256.Length.ShouldBe(32);
        evidence.OcspResponse.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Empty_list_says_good() => Check(Store(null, new LabList())).State.ShouldBe(RevocationState.Good);

    [Fact]
    public void List_that_removes_an_entry_never_turns_a_revocation_into_good()
    {
        CrlStore store = Store(null, new LabList { Entries = [(StatusLab.Serial, Since, 1)] });
        LabList removing = new() { Number = [0x09], Entries = [(StatusLab.Serial, Since, 8)] };
        store.TryAdd(removing.Encode(), StatusLab.Anchors, out VerificationReason reason).ShouldBeFalse();
        reason.ShouldBe(VerificationReason.StatusMalformed);
        Check(store).State.ShouldBe(RevocationState.Revoked);
    }

    [Theory]
    [InlineData("hold first", 6, 1)]
    [InlineData("hold last", 1, 6)]
    [InlineData("no reason beside hold", 6, null)]
    public void Revocation_stands_before_a_hold_of_the_same_serial(string description, int? first, int? second) =>
        Check(Store(null, new LabList { Entries = [(StatusLab.Serial, Since, first), (StatusLab.Serial, Since.AddDays(1), second)] }))
            .State.ShouldBe(RevocationState.Revoked, description);

    [Fact]
    public void Empty_store_covers_nothing()
    {
        RevocationEvidence evidence = Check(Store());
        evidence.State.ShouldBe(RevocationState.Unreachable);
        evidence.Failure.ShouldBe(VerificationReason.StatusOutOfScope);
    }

    [Theory]
    [InlineData("at nextUpdate", 36 * 3600, true)]
    [InlineData("a second past nextUpdate", (36 * 3600) + 1, false)]
    [InlineData("our clock five minutes behind", (-12 * 3600) - 300, true)]
    [InlineData("our clock further behind", (-12 * 3600) - 301, false)]
    public void List_is_judged_by_the_clock(string description, int seconds, bool fresh)
    {
        ManualTimeProvider clock = new(StatusLab.Now);
        CrlStore store = Store(clock, new LabList());
        clock.Set(StatusLab.Now.AddSeconds(seconds));
        RevocationEvidence evidence = Check(store);
        evidence.State.ShouldBe(fresh ? RevocationState.Good : RevocationState.Unreachable, description);
        evidence.Failure.ShouldBe(fresh ? VerificationReason.None : VerificationReason.StatusStale, description);
        evidence.CrlNumber.ToArray().ShouldBe([0x07]);
    }

    [Fact]
    public void Serial_of_the_other_generation_is_another_certificate()
    {
        CrlStore store = Store(null, new LabList { Issuer = StatusLab.SecondAnchor, Entries = [(StatusLab.Serial, Since, 1)] }, new LabList());
        Check(store).State.ShouldBe(RevocationState.Good);
        Check(store, StatusLab.Path(issuer: StatusLab.SecondAnchor)).State.ShouldBe(RevocationState.Revoked);
    }

    [Fact]
    public void Higher_number_replaces_and_lower_or_equal_does_not()
    {
        LabList held = new() { Number = [0x7F], Entries = [(StatusLab.Serial, Since, 6)] };
        CrlStore store = Store(null, held);
        store.TryAdd((held with { Number = [0x7E], Entries = [] }).Encode(), StatusLab.Anchors, out VerificationReason older).ShouldBeFalse();
        older.ShouldBe(VerificationReason.StatusStale);
        store.TryAdd((held with { Entries = [] }).Encode(), StatusLab.Anchors, out VerificationReason equal).ShouldBeFalse();
        equal.ShouldBe(VerificationReason.StatusStale);
        store.TryAdd(held.Encode(), StatusLab.Anchors, out _).ShouldBeTrue("the same list again");
        Check(store).State.ShouldBe(RevocationState.Held);
        store.TryAdd((held with { Number = [0x00, 0x80], Entries = [] }).Encode(), StatusLab.Anchors, out _).ShouldBeTrue();
        Check(store).State.ShouldBe(RevocationState.Good);
        store.Count.ShouldBe(1);
        store.EntryCount.ShouldBe(0);
    }

    [Fact]
    public void Answer_allocates_its_evidence_and_nothing_else()
    {
        CrlStore store = Store(null, new LabList { Entries = [(StatusLab.Serial, Since, 6)], DistributionPoint = LabList.Scope(StatusLab.Partition) }, new LabList { Number = [0x01] });
        VerifiedPath path = StatusLab.Path();
        long evidence = Allocated(() => RevocationEvidence.Unknown(RevocationMethod.Crl));
        Allocated(() => Check(store, path)).ShouldBe(evidence);
    }

    [Fact]
    public async Task Readers_see_one_list_or_the_other_while_it_is_replaced()
    {
        CrlStore store = Store(null, new LabList { Number = [0x01], Entries = [(StatusLab.Serial, Since, 6)] });
        byte[][] lists = [.. Enumerable.Range(2, 40).Select(n => new LabList { Number = [(byte)n], Entries = [(StatusLab.Serial, Since, n % 2 == 0 ? 6 : 1)] }.Encode())];
        VerifiedPath path = StatusLab.Path();
        Task writer = Task.Run(() => Array.ForEach(lists, list => store.TryAdd(list, StatusLab.Anchors, out _).ShouldBeTrue()));
        while (!writer.IsCompleted)
        {
            RevocationEvidence evidence = Check(store, path);
            evidence.Reason.ShouldBe(evidence.CrlNumber.Span[0] % 2 == 0 || evidence.CrlNumber.Span[0] == 1 ? RevocationReason.CertificateHold : RevocationReason.KeyCompromise);
        }

        await writer;
        Check(store, path).CrlNumber.ToArray().ShouldBe([41]);
    }

    [Fact]
    public void Cancelled_question_is_thrown() =>
        Should.Throw<OperationCanceledException>(() => Store().CheckAsync(StatusLab.Path(), new CancellationToken(canceled: true)));

    private static long Allocated(Func<RevocationEvidence> action)
    {
        for (int i = 0; i < 200; i++)
        {
            action();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            action();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / 1000;
    }
}
