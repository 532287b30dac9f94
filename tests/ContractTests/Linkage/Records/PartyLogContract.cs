using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Storage.Records;
using MyNumber.Linkage.Tests.Records;

namespace MyNumber.ContractTests.Linkage.Records;

/// <summary>What a party's log promises over every store.</summary>
public abstract class PartyLogContract : HomeContract<TestDatabase>
{
    private LogWorld _world = null!;

    [SkippableFact]
    public async Task Three_parties_hold_the_same_commitment()
    {
        SaltedRecord[] records = [_world.Record(), _world.Record()];
        foreach (PartyLog log in new[] { _world.Inquirer, _world.Provider, _world.Core })
        {
            (await log.AppendAsync(records)).ShouldBe([new RecordPlace(RecordAppend.Written, 0), new RecordPlace(RecordAppend.Written, 1)]);
        }

        Digest[] roots = [(await _world.Inquirer.SignHeadAsync()).Root, (await _world.Provider.SignHeadAsync()).Root, (await _world.Core.SignHeadAsync()).Root];
        roots.Distinct().Count().ShouldBe(1);
    }

    [SkippableFact]
    public async Task Record_that_comes_again_is_kept_once()
    {
        SaltedRecord[] records = [_world.Record(), _world.Record()];
        await _world.Core.AppendAsync(records);
        SaltedRecord more = _world.Record();
        (await _world.Core.AppendAsync((SaltedRecord[])[records[1], more, more]))
            .ShouldBe([new RecordPlace(RecordAppend.AlreadyThere, 1), new RecordPlace(RecordAppend.Written, 2), new RecordPlace(RecordAppend.AlreadyThere, 2)]);
        _world.Core.Size.ShouldBe(3);
    }

    [SkippableFact]
    public async Task Other_record_or_other_salt_under_the_same_inquiry_is_a_conflict()
    {
        SaltedRecord record = _world.Record();
        await _world.Core.AppendAsync((SaltedRecord[])[record]);
        SaltedRecord salted = _world.Salted(record.Record);
        SaltedRecord other = new(record.Record with { Outcome = InquiryOutcome.NoRecord, ProvidedAt = null }, record.Salt);
        IReadOnlyList<RecordPlace> places = await _world.Core.AppendAsync((SaltedRecord[])[salted, other, _world.Record()]);
        places.Select(place => place.Outcome).ShouldBe([RecordAppend.Conflict, RecordAppend.Conflict, RecordAppend.Written]);
        _world.Core.Size.ShouldBe(2);
    }

    [SkippableFact]
    public async Task Agency_keeps_only_records_that_name_it()
    {
        SaltedRecord record = _world.Record();
        (await _world.Bystander.AppendAsync((SaltedRecord[])[record])).ShouldBe([new RecordPlace(RecordAppend.NotOurs, -1)]);
        (await _world.Bystander.CorrectAsync(_world.CorrectionOf(record))).Place.Outcome.ShouldBe(RecordAppend.NotOurs);
        _world.Bystander.Size.ShouldBe(0);
    }

    [SkippableFact]
    public async Task Record_past_its_retention_is_not_taken()
    {
        SaltedRecord record = _world.Record();
        _world.Now = RecordDay.Expiry(RecordDay.Of(record.Record.RequestedAt));
        (await _world.Core.AppendAsync((SaltedRecord[])[record])).ShouldBe([new RecordPlace(RecordAppend.PastRetention, -1)]);
    }

    [SkippableFact]
    public async Task Correction_is_owed_to_the_core_and_to_the_other_party()
    {
        SaltedRecord record = _world.Record();
        await AppendToAllAsync(record);
        SaltedRecord correction = _world.CorrectionOf(record);
        CorrectionResult result = await _world.Inquirer.CorrectAsync(correction);
        result.Place.ShouldBe(new RecordPlace(RecordAppend.Written, 1));
        result.Notices.Select(notice => notice.To).ShouldBe([LogOwner.Core, LogWorld.Agency(202)]);
        result.Notices.ShouldAllBe(notice => notice.From == LogWorld.Agency(101) && notice.Corrected == record.Commitment);
        (await _world.Inquirer.CorrectAsync(correction)).ShouldSatisfyAllConditions(
            again => again.Place.Outcome.ShouldBe(RecordAppend.AlreadyThere),
            again => again.Notices.Length.ShouldBe(2));
        (await _world.Provider.CorrectAsync(result.Notices[1].Correction)).Place.IsKept.ShouldBeTrue();
        (await _world.Core.CorrectAsync(result.Notices[0].Correction)).Notices.Select(notice => notice.To)
            .ShouldBe([LogWorld.Agency(101), LogWorld.Agency(202)]);
    }

    [SkippableFact]
    public async Task Correction_of_nothing_of_another_or_of_other_parties_is_refused()
    {
        SaltedRecord record = _world.Record();
        (await _world.Core.CorrectAsync(_world.CorrectionOf(record))).Place.Outcome.ShouldBe(RecordAppend.NothingToCorrect);
        await _world.Core.AppendAsync((SaltedRecord[])[record]);
        AccessRecord right = _world.CorrectionOf(record).Record;
        AccessRecord[] wrong =
        [
            right with { Correction = new RecordCorrection(1, default) },
            right with { Provider = right.Inquirer },
            right with { RequestedAt = right.RequestedAt.AddMilliseconds(1) },
        ];
        foreach (AccessRecord correction in wrong)
        {
            CorrectionResult result = await _world.Core.CorrectAsync(_world.Salted(correction));
            (result.Place.Outcome, result.Notices.Length).ShouldBe((RecordAppend.CorrectsAnother, 0));
        }

        (await _world.Core.CorrectAsync(_world.CorrectionOf(_world.CorrectionOf(record)))).Place.Outcome.ShouldBe(RecordAppend.NothingToCorrect);
        await Should.ThrowAsync<ArgumentException>(async () => await _world.Core.CorrectAsync(record));
        await Should.ThrowAsync<ArgumentException>(async () => await _world.Core.AppendAsync((SaltedRecord[])[_world.Salted(right)]));
    }

    [SkippableFact]
    public async Task Second_correction_of_one_record_conflicts_and_a_further_one_follows()
    {
        SaltedRecord record = _world.Record();
        await _world.Core.AppendAsync((SaltedRecord[])[record]);
        SaltedRecord first = _world.CorrectionOf(record);
        await _world.Core.CorrectAsync(first);
        CorrectionResult rival = await _world.Core.CorrectAsync(_world.CorrectionOf(record));
        (rival.Place.Outcome, rival.Notices.Length).ShouldBe((RecordAppend.Conflict, 0));
        (await _world.Core.CorrectAsync(_world.CorrectionOf(first))).Place.Outcome.ShouldBe(RecordAppend.Written);
    }

    [SkippableFact]
    public async Task Shredded_record_keeps_commitment_root_and_proofs_of_others()
    {
        SaltedRecord old = _world.Record();
        await _world.Inquirer.AppendAsync((SaltedRecord[])[old]);
        _world.Now = _world.Now.AddYears(3);
        SaltedRecord young = _world.Record();
        await _world.Inquirer.AppendAsync((SaltedRecord[])[young]);
        LogHead head = await _world.Inquirer.SignHeadAsync();
        _world.Now = RecordDay.Expiry(RecordDay.Of(old.Record.RequestedAt)).AddTicks(-1);
        (await _world.Inquirer.ShredExpiredAsync(10)).ShouldBeEmpty();
        _world.Now = _world.Now.AddTicks(1);
        (await _world.Inquirer.ShredExpiredAsync(10)).ShouldBe([old.Record.Key]);
        (await _world.Inquirer.ShredExpiredAsync(10)).ShouldBeEmpty();
        (await _world.InquirerRecords.FindAsync(old.Record.Key)).ShouldBeNull();
        (await _world.InquirerRecords.ReadDayAsync(RecordScope.Of(old.Record))).ShouldBeEmpty();
        (await _world.InquirerRecords.ReadScopesAsync(RecordDay.Of(old.Record.RequestedAt))).ShouldBeEmpty();
        (await _world.InquirerRecords.ReadCommitmentsAsync(0, 10)).ShouldBe([old.Commitment, young.Commitment]);
        (await _world.Inquirer.ProveAsync(old.Record.Key, head)).ShouldBeNull();
        (await _world.Inquirer.ProveAsync(young.Record.Key, head))!.IsProved.ShouldBeTrue();
        using PartyLog reopened = await _world.OpenAsync(LogWorld.Agency(101), _world.InquirerRecords);
        (await reopened.SignHeadAsync()).Root.ShouldBe(head.Root);
    }

    [SkippableFact]
    public async Task Shredding_goes_on_where_it_stopped_and_takes_corrections_along()
    {
        SaltedRecord[] records = [.. Enumerable.Range(0, 20).Select(_ => _world.Record()).OrderBy(record => record.Record.Key)];
        await _world.Inquirer.AppendAsync(records);
        SaltedRecord correction = _world.CorrectionOf(records[19]);
        await _world.Inquirer.CorrectAsync(correction);
        Digest root = (await _world.Inquirer.SignHeadAsync()).Root;
        _world.Now = _world.Now.AddYears(8);
        (await _world.Inquirer.ShredExpiredAsync(15)).ShouldBe(records[..15].Select(record => record.Record.Key));
        (await _world.Inquirer.ShredExpiredAsync(15)).ShouldBe([.. records[15..].Select(record => record.Record.Key), correction.Record.Key]);
        (await _world.Inquirer.SignHeadAsync()).ShouldSatisfyAllConditions(head => head.Root.ShouldBe(root), head => head.Size.ShouldBe(21));
        (await _world.Inquirer.AppendAsync(records)).ShouldAllBe(place => place.Outcome == RecordAppend.PastRetention);
    }

    [SkippableFact]
    public async Task Record_is_proved_by_a_head_that_came_after_it_only()
    {
        SaltedRecord[] records = [_world.Record(), _world.Record(), _world.Record()];
        await _world.Core.AppendAsync(records.AsMemory(0, 2));
        LogHead head = await _world.Core.SignHeadAsync();
        await _world.Core.AppendAsync(records.AsMemory(2));
        RecordProof? proof = await _world.Core.ProveAsync(records[1].Record.Key, head);
        (proof!.IsProved, head.IsSignedBy(_world.Key)).ShouldBe((true, true));
        (proof with { Record = records[0] }).IsProved.ShouldBeFalse();
        (proof with { Head = await _world.Core.SignHeadAsync() }).IsProved.ShouldBeFalse();
        (await _world.Core.ProveAsync(records[2].Record.Key, head)).ShouldBeNull();
        (await _world.Core.ProveAsync(_world.Record().Record.Key, head)).ShouldBeNull();
        LogHead foreign = await _world.Provider.SignHeadAsync();
        await Should.ThrowAsync<ArgumentException>(async () => await _world.Core.ProveAsync(records[0].Record.Key, foreign));
    }

    [SkippableFact]
    public async Task Heads_of_a_growing_log_are_witnessed()
    {
        HeadChain witness = new("core", _world.Key);
        long size = 0;
        for (int i = 0; i < 20; i++)
        {
            await _world.Core.AppendAsync(Enumerable.Range(0, i + 1).Select(_ => _world.Record()).ToArray());
            _world.Now = _world.Now.AddMinutes(i % 3 - 1);
            LogHead head = await _world.Core.SignHeadAsync();
            witness.Accept(head, await _world.Core.ProveConsistencyAsync(size, head.Size)).ShouldBe(HeadVerdict.Accepted);
            size = head.Size;
        }

        (await _world.Core.SignHeadAsync()).States(witness.Latest).ShouldBeTrue();
    }

    [SkippableFact]
    public async Task Two_writers_on_one_store_make_one_log()
    {
        using PartyLog second = await _world.OpenAsync(LogWorld.Agency(101), _world.InquirerRecords);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(async () =>
        {
            PartyLog log = i % 2 == 0 ? second : _world.Inquirer;
            (await log.AppendAsync((SaltedRecord[])[_world.Record()]))[0].Outcome.ShouldBe(RecordAppend.Written);
            await log.SignHeadAsync();
        })));
        (await second.SignHeadAsync()).Root.ShouldBe((await _world.Inquirer.SignHeadAsync()).Root);
        (await _world.Inquirer.SignHeadAsync()).Size.ShouldBe(60);
        HeadChain witness = new("agency-101", _world.Key);
        foreach (LogHead head in await _world.Heads.ReadAsync("agency-101", 0, 1000))
        {
            witness.Accept(head, await second.ProveConsistencyAsync(witness.Latest?.Size ?? 0, head.Size)).ShouldBe(HeadVerdict.Accepted);
        }
    }

    [SkippableFact]
    public async Task Store_that_lost_records_is_not_opened()
    {
        await _world.Inquirer.AppendAsync((SaltedRecord[])[_world.Record(), _world.Record()]);
        await _world.Inquirer.SignHeadAsync();
        IRecordStore altered = Records(LogWorld.Agency(909));
        await Should.ThrowAsync<InvalidDataException>(async () => await _world.OpenAsync(LogWorld.Agency(101), altered));
        await altered.AppendAsync((SaltedRecord[])[_world.Record(), _world.Record(), _world.Record()]);
        await Should.ThrowAsync<InvalidDataException>(async () => await _world.OpenAsync(LogWorld.Agency(101), altered));
    }

    public override async Task DisposeAsync()
    {
        _world.Dispose();
        await base.DisposeAsync();
    }

    protected override async Task OpenAsync() =>
        _world = await LogWorld.StartAsync(Records, Home is null ? new InMemoryHeadStore() : new SqlHeadStore(Home.Source, Home.Dialect));

    private IRecordStore Records(LogOwner owner) => Home is null ? new InMemoryRecordStore() : new SqlRecordStore(Home.Source, Home.Dialect, owner);

    private async Task AppendToAllAsync(SaltedRecord record)
    {
        foreach (PartyLog log in new[] { _world.Inquirer, _world.Provider, _world.Core })
        {
            await log.AppendAsync((SaltedRecord[])[record]);
        }
    }
}
