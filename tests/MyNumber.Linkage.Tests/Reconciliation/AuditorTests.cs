using System.Security.Cryptography;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Reconciliation;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Tests.Records;

namespace MyNumber.Linkage.Tests.Reconciliation;

public sealed class AuditorTests : IAsyncLifetime
{
    private readonly Auditor _auditor = new();
    private LogWorld _world = null!;
    private SaltedRecord[] _records = [];

    public async Task InitializeAsync()
    {
        _world = await LogWorld.StartAsync();
        _records = [.. Enumerable.Range(0, 10).Select(_ => _world.Record())];
        foreach (PartyLog log in new[] { _world.Inquirer, _world.Provider, _world.Core })
        {
            await log.AppendAsync(_records);
            _auditor.Watch(log.Owner, _world.Key);
            _auditor.Show(await log.SignHeadAsync(), null).ShouldBe(HeadVerdict.Accepted);
        }
    }

    public Task DisposeAsync()
    {
        _world.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Withheld_record_is_verified_with_its_salt()
    {
        SaltedRecord withheld = _world.CorrectionOf(_records[3]);
        await _world.Core.CorrectAsync(withheld);
        LogHead head = await _world.Core.SignHeadAsync();
        RecordProof proof = (await _world.Core.ProveAsync(withheld.Record.Key, head))!;
        _auditor.Check(proof).ShouldBe(RecordAudit.UnknownHead);
        _auditor.Show(head, await _world.Core.ProveConsistencyAsync(10, 11)).ShouldBe(HeadVerdict.Accepted);
        _auditor.Check(proof).ShouldBe(RecordAudit.Proved);
        SaltedRecord shown = new(withheld.Record with { NonDisclosure = NonDisclosure.None }, withheld.Salt);
        _auditor.Check(proof with { Record = shown }).ShouldBe(RecordAudit.NotInLog);
        _auditor.Check(proof with { Record = _world.Salted(withheld.Record) }).ShouldBe(RecordAudit.NotInLog);
    }

    [Theory]
    [InlineData("a record is dropped", 0)]
    [InlineData("a record is changed", 1)]
    [InlineData("a record is put in", 2)]
    [InlineData("two records are exchanged", 3)]
    public void Log_that_was_rewritten_is_found_though_a_new_chain_signs_it(string description, int change)
    {
        LogHead first = _auditor.Latest(LogOwner.Core)!;
        List<SaltedRecord> rows = [.. _records];
        switch (change)
        {
            case 0:
                rows.RemoveAt(4);
                break;
            case 1:
                rows[4] = _world.Salted(rows[4].Record);
                break;
            case 2:
                rows.Insert(4, _world.Record());
                break;
            default:
                (rows[4], rows[5]) = (rows[5], rows[4]);
                break;
        }

        rows.Add(_world.Record());
        rows.Add(_world.Record());
        MerkleLog rewritten = new();
        rewritten.Append([.. rows.Select(row => row.Commitment)]);
        LogHead head = LogHead.Sign("core", rewritten.Size, rewritten.Root, _world.Now, first, _world.Key);
        _auditor.Show(head, rewritten.ProveConsistency(first.Size, head.Size)).ShouldBe(HeadVerdict.Rewritten, description);
        _auditor.Evidence.ShouldBe([new HeadEvidence(HeadVerdict.Rewritten, head, first)]);
        LogHead fresh = LogHead.Sign("core", rewritten.Size, rewritten.Root, _world.Now, null, _world.Key);
        _auditor.Show(fresh, null).ShouldBe(HeadVerdict.Forked, description);
    }

    [Fact]
    public async Task Head_without_a_proof_or_of_an_unwatched_log_accuses_nobody()
    {
        await _world.Core.AppendAsync((SaltedRecord[])[_world.Record()]);
        _auditor.Show(await _world.Core.SignHeadAsync(), null).ShouldBe(HeadVerdict.NoProof);
        _auditor.Show(await _world.Bystander.SignHeadAsync(), null).ShouldBe(HeadVerdict.OtherLog);
        using ECDsa stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _auditor.Show(LogHead.Sign("core", 10, default, _world.Now, null, stranger), null).ShouldBe(HeadVerdict.BadSignature);
        _auditor.Evidence.ShouldBeEmpty();
        Should.Throw<ArgumentException>(() => _auditor.Watch(LogOwner.Core, stranger));
        _auditor.Latest(LogWorld.Agency(303)).ShouldBeNull();
    }

    [Fact]
    public async Task Stores_of_three_parties_are_compared_and_a_correction_that_one_did_not_take_is_named()
    {
        RecordScope scope = RecordScope.Of(_records[0].Record);
        InMemoryRecordStore provider = new();
        InMemoryRecordStore core = new();
        SaltedRecord correction = _world.CorrectionOf(_records[2]);
        await _world.Inquirer.CorrectAsync(correction);
        await provider.AppendAsync(_records);
        await core.AppendAsync((SaltedRecord[])[.. _records.Reverse(), correction]);
        ReconciliationResult result = await Reconciler.CompareAsync(
            await DayListing.ReadAsync(_world.InquirerRecords, scope), await DayListing.ReadAsync(provider, scope), await DayListing.ReadAsync(core, scope));
        result.Findings.ShouldBe([new RecordFinding(DeviationKind.Omitted, LogParties.Provider, [correction.Record.Key])]);
    }
}
