using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Portal.Records;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Tests.Agencies;

namespace MyNumber.Linkage.Tests.Portal.Records;

/// <summary>A person checks what is shown, against a portal or core that lies.</summary>
public sealed class CitizenLogTests : IAsyncLifetime
{
    private PortalWorld _world = null!;
    private PortalCaller _me;

    public async Task InitializeAsync()
    {
        _world = await PortalWorld.StartAsync();
        _me = PortalCaller.Self(await _world.Side.LoginAsync(1));
        for (int i = 0; i < 5; i++)
        {
            _world.Clock.Now = Bodies.Now.AddMinutes(i);
            await _world.City.Asking.InquireAsync(_world.Clerk, PortalWorld.TaxOrder(1));
        }
    }

    public Task DisposeAsync()
    {
        _world.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Growth_is_verified_from_the_head_that_was_seen_last()
    {
        CitizenLog log = new(_world.CoreKey);
        log.Verify(await PageAsync(null)).IsVerified.ShouldBeTrue();
        LogHead first = log.LastSeen!;
        await _world.City.Asking.InquireAsync(_world.Clerk, PortalWorld.TaxOrder(2));
        await _world.City.Asking.InquireAsync(_world.Clerk, PortalWorld.TaxOrder(1));
        CitizenFinding finding = log.Verify(await PageAsync(log.LastSeen));
        (finding.IsVerified, finding.Head, log.LastSeen!.Size - first.Size).ShouldBe((true, HeadVerdict.Accepted, 2));
        log.Verify(await PageAsync(log.LastSeen)).Head.ShouldBe(HeadVerdict.AlreadyKnown);
    }

    [Fact]
    public async Task Each_changed_record_is_named_and_no_other()
    {
        RecordPage page = await PageAsync(null);
        foreach (int place in Enumerable.Range(0, page.Records.Length))
        {
            foreach (Func<AccessRecord, AccessRecord> change in Changes)
            {
                RecordProof original = page.Records[place];
                RecordProof lie = original with { Record = new SaltedRecord(change(original.Record.Record), original.Record.Salt) };
                CitizenFinding finding = new CitizenLog(_world.CoreKey).Verify(page with { Records = page.Records.SetItem(place, lie) });
                finding.Failed.ShouldBe([new FailedRecord(lie.Record.Record.Key, RecordFailure.NotProved)]);
            }
        }
    }

    [Fact]
    public async Task Record_that_was_never_logged_is_named()
    {
        RecordPage page = await PageAsync(null);
        RecordProof last = page.Records[^1];
        SaltedRecord invented = new(last.Record.Record with { Inquiry = InquiryId.Create(Bodies.Now.AddHours(1)) }, last.Record.Salt);
        new CitizenLog(_world.CoreKey).Verify(page with { Records = page.Records.Add(last with { Record = invented }) }).Failed
            .ShouldBe([new FailedRecord(invented.Record.Key, RecordFailure.NotProved)]);
    }

    [Fact]
    public async Task Records_twice_or_in_another_order_are_named()
    {
        RecordPage page = await PageAsync(null);
        CitizenLog log = new(_world.CoreKey);
        log.Verify(page with { Records = page.Records.Insert(1, page.Records[0]) }).Failed.ShouldBe([new FailedRecord(page.Records[0].Record.Record.Key, RecordFailure.WrongOrder)]);
        log.Verify(page with { Records = [page.Records[1], page.Records[0]] }).Failed.ShouldBe([new FailedRecord(page.Records[0].Record.Record.Key, RecordFailure.WrongOrder)]);
    }

    [Fact]
    public async Task Proof_for_another_head_is_named()
    {
        RecordPage old = await PageAsync(null);
        await _world.City.Asking.InquireAsync(_world.Clerk, PortalWorld.TaxOrder(1));
        RecordPage page = await PageAsync(null);
        new CitizenLog(_world.CoreKey).Verify(page with { Records = page.Records.SetItem(2, old.Records[2]) }).Failed
            .ShouldBe([new FailedRecord(old.Records[2].Record.Record.Key, RecordFailure.OtherHead)]);
    }

    [Fact]
    public async Task Heads_that_accuse_the_core_are_refused_and_not_taken_over()
    {
        RecordPage page = await PageAsync(null);
        LogHead seen = page.Head!;
        using ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Digest root = Digest.FromBytes(new byte[32]);
        (string Row, LogHead Head, ConsistencyProof? Proof, HeadVerdict Verdict)[] rows =
        [
            ("another key", LogHead.Sign("core", seen.Size, seen.Root, seen.Time, null, other), null, HeadVerdict.BadSignature),
            ("another log", LogHead.Sign("agency-101", seen.Size, seen.Root, seen.Time, null, _world.CoreKey), null, HeadVerdict.OtherLog),
            ("same number, another root", LogHead.Sign("core", seen.Size, root, seen.Time, null, _world.CoreKey), null, HeadVerdict.Forked),
            ("no proof", Next(seen, seen.Size + 1, root), null, HeadVerdict.NoProof),
            ("proof of other sizes", Next(seen, seen.Size + 1, root), new ConsistencyProof(seen.Size, seen.Size + 2, []), HeadVerdict.NoProof),
            ("leaves changed", Next(seen, seen.Size + 1, root), new ConsistencyProof(seen.Size, seen.Size + 1, [root, root, root]), HeadVerdict.Rewritten),
            ("another head before", Next(LogHead.Sign("core", 1, root, Bodies.Now, null, _world.CoreKey), seen.Size, seen.Root), null, HeadVerdict.Forked),
        ];
        foreach ((string row, LogHead head, ConsistencyProof? proof, HeadVerdict verdict) in rows)
        {
            CitizenLog log = new(_world.CoreKey, seen);
            CitizenFinding finding = log.Verify(page with { Head = head, Consistency = proof });
            (finding.Head, finding.IsVerified).ShouldBe((verdict, false), row);
            log.LastSeen.ShouldBe(seen, row);
        }
    }

    [Fact]
    public async Task Smaller_log_went_back()
    {
        RecordPage old = await PageAsync(null);
        await _world.City.Asking.InquireAsync(_world.Clerk, PortalWorld.TaxOrder(1));
        CitizenLog log = new(_world.CoreKey);
        log.Verify(await PageAsync(null)).IsVerified.ShouldBeTrue();
        log.Verify(old).Head.ShouldBe(HeadVerdict.WentBack);
    }

    [Fact]
    public void Page_that_was_not_answered_is_not_verified() =>
        new CitizenLog(_world.CoreKey).Verify(new RecordPage { Outcome = RecordQueryOutcome.CodeRefused }).IsVerified.ShouldBeFalse();

    private static IEnumerable<Func<AccessRecord, AccessRecord>> Changes =>
    [
        record => record with { Inquirer = Bodies.PensionOffice },
        record => record with { Provider = Bodies.PensionOffice },
        record => record with { Affair = new AffairId("else") },
        record => record with { Procedure = new ProcedureId("else") },
        record => record with { ItemSet = new ItemSetId("else") },
        record => record with { Items = [new ItemId("else")] },
        record => record with { ProvidedAt = record.ProvidedAt!.Value.AddSeconds(1) },
        record => record with { Rule = new RuleId("else") },
        record => record with { NonDisclosure = NonDisclosure.NumberActArticle31Paragraph3 },
        record => record with { Outcome = InquiryOutcome.NoRecord, ProvidedAt = null },
    ];

    private LogHead Next(LogHead before, long size, Digest root) => LogHead.Sign("core", size, root, Bodies.Now.AddHours(1), before, _world.CoreKey);

    private async Task<RecordPage> PageAsync(LogHead? lastSeen) => await _world.Side.View.ReadAsync(_me, default, null, 50, lastSeen);
}
