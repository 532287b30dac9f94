using MyNumber.Linkage.Core.Issued;

namespace MyNumber.ContractTests.Linkage.Core;

/// <summary>How codes come to stand otherwise, in every register. Each implementation runs all of it.</summary>
public abstract class IssuedChangesContract : SqlContract
{
    private static readonly IssuedCode _first = Rows.Issued(1, 1);
    private static readonly IssuedCode _second = Rows.Issued(2, 1, minutes: 1);
    private static readonly IssuedCode _third = Rows.Issued(3, 1, minutes: 2);
    private static readonly IssuedCode _other = Rows.Issued(7, 7);
    private static readonly IssuedCode _unknown = Rows.Issued(99, 99);

    private IIssuedCodes Register { get; set; } = null!;

    [SkippableFact]
    public async Task Code_is_superseded_withdrawn_and_revived()
    {
        await Register.AddAsync([_first]);
        (await Register.ChangeAsync([IssuedChange.Supersede(_first, _second, IssuedReason.Raised)])).ShouldBe(default);
        await ShouldStandAsync(1, IssuedState.Superseded, IssuedReason.Raised, 2, Rows.Noon.AddMinutes(1));
        await ShouldStandAsync(2, IssuedState.Active, IssuedReason.None, null, Rows.Noon.AddMinutes(1));
        (await InUseAsync(1)).ShouldBe(2);
        (await Register.ChangeAsync([IssuedChange.Revoke(_second, IssuedReason.LinkSplit, Rows.Noon.AddDays(1))])).ShouldBe(default);
        await ShouldStandAsync(2, IssuedState.Revoked, IssuedReason.LinkSplit, null, Rows.Noon.AddDays(1));
        (await InUseAsync(1)).ShouldBeNull();
        (await Register.ChangeAsync([IssuedChange.Revive(_first, Rows.Noon.AddDays(2))])).ShouldBe(default);
        await ShouldStandAsync(1, IssuedState.Active, IssuedReason.Reacquired, null, Rows.Noon.AddDays(2));
        (await InUseAsync(1)).ShouldBe(1);
        (await Register.OfPersonAsync(_first.Link)).Count.ShouldBe(2);
    }

    [SkippableFact]
    public async Task Code_is_superseded_by_one_of_another_person()
    {
        await Register.AddAsync([_first, _other]);
        (await Register.ChangeAsync([IssuedChange.SupersedeBy(_first, _other.Code, IssuedReason.LinkMerged, Rows.Noon)])).ShouldBe(default);
        await ShouldStandAsync(1, IssuedState.Superseded, IssuedReason.LinkMerged, 7, Rows.Noon);
        ((await InUseAsync(1)), (await InUseAsync(7))).ShouldBe((null, 7));
    }

    public static TheoryData<string, IssuedChange[], IssuedConflict, int> Refused => new()
    {
        { "an unknown code", [IssuedChange.Revoke(_unknown, IssuedReason.None, Rows.Noon)], IssuedConflict.State, 0 },
        { "another holder's code", [IssuedChange.Revoke(Rows.Issued(2, 1, holder: 12), IssuedReason.None, Rows.Noon)], IssuedConflict.State, 0 },
        { "a code that had ended", [IssuedChange.Revoke(_first, IssuedReason.None, Rows.Noon)], IssuedConflict.State, 0 },
        { "a code in use is not revived", [IssuedChange.Revive(_second, Rows.Noon)], IssuedConflict.State, 0 },
        { "an unknown code is not revived", [IssuedChange.Revive(_unknown, Rows.Noon)], IssuedConflict.State, 0 },
        { "a later one is in use", [IssuedChange.Revive(_first, Rows.Noon)], IssuedConflict.Person, 0 },
        { "by an unknown code", [IssuedChange.SupersedeBy(_second, _unknown.Code, IssuedReason.LinkMerged, Rows.Noon)], IssuedConflict.State, 0 },
        { "by a new code that is taken", [IssuedChange.Supersede(_second, Rows.Issued(1, 1), IssuedReason.Raised)], IssuedConflict.Code, 0 },
        { "by a new code of a person who has one", [IssuedChange.Supersede(_second, Rows.Issued(8, 7), IssuedReason.Raised)], IssuedConflict.Person, 0 },
        { "the same twice", [IssuedChange.Revoke(_second, IssuedReason.None, Rows.Noon), IssuedChange.Revoke(_second, IssuedReason.None, Rows.Noon)], IssuedConflict.State, 1 },
        { "revived before the other ends", [IssuedChange.Revive(_first, Rows.Noon), IssuedChange.Revoke(_second, IssuedReason.None, Rows.Noon)], IssuedConflict.Person, 0 },
        { "a new code twice", [IssuedChange.Supersede(_second, _third, IssuedReason.Raised), IssuedChange.Supersede(_other, Rows.Issued(3, 5), IssuedReason.Raised)], IssuedConflict.Code, 1 },
        { "the last of three", [IssuedChange.Revoke(_other, IssuedReason.None, Rows.Noon), IssuedChange.Supersede(_second, _third, IssuedReason.Raised), IssuedChange.Revoke(_unknown, IssuedReason.None, Rows.Noon)], IssuedConflict.State, 2 },
    };

    [SkippableTheory]
    [MemberData(nameof(Refused))]
    public async Task First_change_that_cannot_be_is_told_and_nothing_changes(string row, IssuedChange[] changes, IssuedConflict conflict, int index)
    {
        await Register.AddAsync([_first, _other]);
        await Register.ChangeAsync([IssuedChange.Supersede(_first, _second, IssuedReason.Raised)]);
        (await Register.ChangeAsync(changes)).ShouldBe(new IssuedResult(conflict, index), row);
        await ShouldStandAsync(1, IssuedState.Superseded, IssuedReason.Raised, 2, Rows.Noon.AddMinutes(1));
        await ShouldStandAsync(2, IssuedState.Active, IssuedReason.None, null, Rows.Noon.AddMinutes(1));
        ((await InUseAsync(1)), (await InUseAsync(7)), (await InUseAsync(5))).ShouldBe((2, 7, null), row);
        (await Register.OfPersonAsync(_first.Link)).Count.ShouldBe(2, row);
        (await Register.FindAsync(Rows.Holder(11), Rows.Code(8))).ShouldBeNull(row);
    }

    [SkippableFact]
    public async Task Changes_of_one_call_follow_each_other()
    {
        await Register.AddAsync([_first]);
        (await Register.ChangeAsync([IssuedChange.Supersede(_first, _second, IssuedReason.Raised), IssuedChange.Supersede(_second, _third, IssuedReason.Raised)])).ShouldBe(default);
        await ShouldStandAsync(2, IssuedState.Superseded, IssuedReason.Raised, 3, Rows.Noon.AddMinutes(2));
        (await InUseAsync(1)).ShouldBe(3);
        (await Register.ChangeAsync([IssuedChange.Revoke(_third, IssuedReason.WrongPerson, Rows.Noon), IssuedChange.Revive(_first, Rows.Noon)])).ShouldBe(default);
        (await InUseAsync(1)).ShouldBe(1);
        (await Register.ChangeAsync([IssuedChange.Revoke(_first, IssuedReason.WrongPerson, Rows.Noon), IssuedChange.Revive(_first, Rows.Noon.AddDays(1))])).ShouldBe(default);
        await ShouldStandAsync(1, IssuedState.Active, IssuedReason.Reacquired, null, Rows.Noon.AddDays(1));
        (await InUseAsync(1)).ShouldBe(1);
    }

    [SkippableFact]
    public async Task Rivals_that_supersede_one_code_never_both_win()
    {
        await Register.AddAsync([_first]);
        IssuedResult[] results = await AtOnceAsync(index => Register.ChangeAsync([IssuedChange.Supersede(_first, Rows.Issued(100 + index, 1), IssuedReason.Raised)]));
        results.Count(result => result.Conflict == IssuedConflict.None).ShouldBe(1);
        results.Count(result => result.Conflict == IssuedConflict.State).ShouldBe(Rivals - 1);
        (await Register.OfPersonAsync(_first.Link)).Count(code => code.State == IssuedState.Active).ShouldBe(1);
        (await Register.OfPersonAsync(_first.Link)).Count.ShouldBe(2);
    }

    [SkippableFact]
    public async Task Rivals_for_one_new_code_never_both_win()
    {
        IssuedCode[] codes = [.. Enumerable.Range(100, Rivals).Select(number => Rows.Issued(number, number))];
        await Register.AddAsync(codes);
        IssuedCode wanted = Rows.Issued(5, 5);
        IssuedResult[] results = await AtOnceAsync(index => index % 2 == 0 ? Register.AddAsync([wanted])
            : Register.ChangeAsync([IssuedChange.Supersede(codes[index], wanted, IssuedReason.WrongPerson)]));
        results.Count(result => result.Conflict == IssuedConflict.None).ShouldBe(1);
        results.Count(result => result.Conflict == IssuedConflict.Code).ShouldBe(Rivals - 1);
        (await Register.OfPersonAsync(wanted.Link)).ShouldHaveSingleItem();
    }

    [SkippableFact]
    public async Task Rivals_that_revive_and_issue_leave_one_code_in_use()
    {
        await Register.AddAsync([_first]);
        await Register.ChangeAsync([IssuedChange.Revoke(_first, IssuedReason.LinkSplit, Rows.Noon)]);
        IssuedResult[] results = await AtOnceAsync(index => index % 2 == 0 ? Register.ChangeAsync([IssuedChange.Revive(_first, Rows.Noon)])
            : Register.AddAsync([Rows.Issued(100 + index, 1)]));
        results.Count(result => result.Conflict == IssuedConflict.None).ShouldBe(1);
        (await Register.OfPersonAsync(_first.Link)).Count(code => code.State == IssuedState.Active).ShouldBe(1);
        (await InUseAsync(1)).ShouldNotBeNull();
    }

    [SkippableFact]
    public async Task Rivals_that_exchange_what_is_in_use_in_both_directions_end()
    {
        IssuedCode[] now = [.. Enumerable.Range(0, 20).Select(number => Rows.Issued(number, number))];
        await Register.AddAsync(now);
        IssuedResult[] results = await AtOnceAsync(index => Register.ChangeAsync(
            [.. (index % 2 == 0 ? now : now.Reverse()).Select(code => IssuedChange.Supersede(code, new IssuedCode(code.Holder, Rows.Code(1000 + (index * 20) + Array.IndexOf(now, code)), code.Link, 0, Rows.Noon), IssuedReason.Raised))]));
        results.Count(result => result.Conflict == IssuedConflict.None).ShouldBe(1);
        results.Count(result => result == new IssuedResult(IssuedConflict.State, 0)).ShouldBe(Rivals - 1);
    }

    [SkippableFact]
    public async Task Many_changes_are_one_step()
    {
        IssuedCode[] codes = [.. Enumerable.Range(0, 4_000).Select(number => Rows.Issued(number, number))];
        await Register.AddAsync(codes);
        IssuedChange[] changes = [.. codes.Select(code => IssuedChange.Revoke(code, IssuedReason.LinkSplit, Rows.Noon))];
        (await Register.ChangeAsync([.. changes, changes[0]])).ShouldBe(new IssuedResult(IssuedConflict.State, 4_000));
        (await InUseAsync(3_999)).ShouldBe(3_999);
        (await Register.ChangeAsync(changes)).ShouldBe(default);
        (await InUseAsync(3_999)).ShouldBeNull();
    }

    [SkippableFact]
    public async Task Call_that_broke_off_changed_nothing_and_may_be_repeated()
    {
        await Register.AddAsync([_first]);
        IssuedChange change = IssuedChange.Supersede(_first, _second, IssuedReason.Raised);
        await BreakOffAsync("issued_in_use", async () => await Register.ChangeAsync([change]), Rows.Bytes(_first.Code), Rows.Bytes(_second.Code), Rows.Bytes(_first.Link));
        await ShouldStandAsync(1, IssuedState.Active, IssuedReason.None, null, Rows.Noon);
        (await Register.FindAsync(_second.Holder, _second.Code)).ShouldBeNull();
        (await Register.ChangeAsync([change])).ShouldBe(default);
    }

    [SkippableFact]
    public async Task Stopped_call_and_nothing_change_nothing()
    {
        await Register.AddAsync([_first]);
        await Should.ThrowAsync<OperationCanceledException>(async () => await Register.ChangeAsync([IssuedChange.Revoke(_first, IssuedReason.None, Rows.Noon)], Stopped));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Register.ChangeAsync([IssuedChange.Revoke(_first, IssuedReason.None, Rows.Noon), null!]));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Register.ChangeAsync(null!));
        (await InUseAsync(1)).ShouldBe(1);
    }

    protected override async Task OpenAsync() => Register = await IssuedCodesContract.OpenAsync(Home);

    private async Task ShouldStandAsync(int code, IssuedState state, IssuedReason reason, int? replacement, DateTimeOffset at)
    {
        IssuedCode found = (await Register.FindAsync(Rows.Holder(11), Rows.Code(code))).ShouldNotBeNull();
        (found.State, found.Reason, found.Replacement, found.ChangedAt).ShouldBe((state, reason, replacement is { } other ? Rows.Code(other) : default, at));
    }

    /// <summary>The number of the code that the holder has in use of a person.</summary>
    private async Task<int?> InUseAsync(int link) => await Register.FindAsync(Rows.Holder(11), Rows.Link(link)) is { } code
        ? Enumerable.Range(0, 10_000).First(number => Rows.Code(number) == code.Code)
        : null;
}
