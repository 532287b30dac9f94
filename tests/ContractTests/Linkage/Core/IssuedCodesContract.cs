using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Storage.Core;

namespace MyNumber.ContractTests.Linkage.Core;

/// <summary>What every register of issued codes promises. Each implementation runs all of it.</summary>
public abstract class IssuedCodesContract : SqlContract
{
    private IIssuedCodes Register { get; set; } = null!;

    public static TheoryData<string, IssuedCode> Kinds => new()
    {
        { "in use", Rows.Issued(1, 1) },
        { "the last holder, epoch and key epoch", new IssuedCode(Rows.Holder(CodeHolderId.MaxValue), AgencyCode.FromEnvelope(Filled(0xFF)), Rows.Link(1), 255, Rows.Noon.AddTicks(1)) },
        { "a link of zero bytes", new IssuedCode(Rows.Holder(1), AgencyCode.FromEnvelope([1, .. new byte[17]]), LinkCode.FromBytes(new byte[10]), 0, DateTimeOffset.UnixEpoch) },
        { "superseded", new IssuedCode(Rows.Holder(11), Rows.Code(1), Rows.Link(1), 3, Rows.Noon, IssuedState.Superseded, IssuedReason.LinkMerged, Rows.Code(9), Rows.Noon.AddDays(1)) },
        { "revoked", new IssuedCode(Rows.Holder(11), Rows.Code(1), Rows.Link(1), 3, Rows.Noon, IssuedState.Revoked, IssuedReason.LinkSplit, default, Rows.Noon.AddDays(1)) },
    };

    [SkippableTheory]
    [MemberData(nameof(Kinds))]
    public async Task Code_comes_back_as_it_was_written(string row, IssuedCode code)
    {
        (await Register.AddAsync([code])).ShouldBe(default, row);
        Rows.Seen(await Register.FindAsync(code.Holder, code.Code)).ShouldBe(Rows.Seen(code), row);
        Rows.Seen(await Register.FindAsync(code.Holder, code.Link)).ShouldBe(code.State == IssuedState.Active ? Rows.Seen(code) : null, row);
        (await Register.OfPersonAsync(code.Link)).Select(Rows.Seen).ShouldBe([Rows.Seen(code)], row);
    }

    [SkippableFact]
    public async Task Empty_register_finds_nothing()
    {
        (await Register.FindAsync(Rows.Holder(1), Rows.Code(1))).ShouldBeNull();
        (await Register.FindAsync(Rows.Holder(1), Rows.Link(1))).ShouldBeNull();
        (await Register.FindAsync(default, default(AgencyCode))).ShouldBeNull();
        (await Register.FindAsync(default, default(LinkCode))).ShouldBeNull();
        (await Register.OfPersonAsync(default)).ShouldBeEmpty();
        (await Register.AddAsync([])).ShouldBe(default);
        (await Register.ChangeAsync([])).ShouldBe(default);
    }

    public static TheoryData<string, (int Code, int Link, int Holder)[], IssuedConflict, int> Batches => new()
    {
        { "another holder's code of the same bytes", [(1, 1, 12)], IssuedConflict.None, 0 },
        { "the code again", [(1, 1, 11)], IssuedConflict.Code, 0 },
        { "the code for another person", [(1, 2, 11)], IssuedConflict.Code, 0 },
        { "another code of the person", [(2, 1, 11)], IssuedConflict.Person, 0 },
        { "both at once in one line", [(3, 3, 11), (1, 1, 11)], IssuedConflict.Code, 1 },
        { "the person first, then the code", [(3, 3, 11), (2, 1, 11), (1, 1, 11)], IssuedConflict.Person, 1 },
        { "the code first, then the person", [(3, 3, 11), (1, 5, 11), (2, 1, 11)], IssuedConflict.Code, 1 },
        { "a code twice in the batch", [(3, 3, 11), (4, 4, 11), (3, 5, 11)], IssuedConflict.Code, 2 },
        { "a person twice in the batch", [(3, 3, 11), (3, 3, 12), (4, 3, 12)], IssuedConflict.Person, 2 },
        { "in the batch before in the register", [(3, 3, 11), (4, 3, 11), (1, 1, 11)], IssuedConflict.Person, 1 },
    };

    [SkippableTheory]
    [MemberData(nameof(Batches))]
    public async Task First_line_that_runs_into_a_key_is_told_and_nothing_is_written(string row, (int Code, int Link, int Holder)[] batch, IssuedConflict conflict, int index)
    {
        await Register.AddAsync([Rows.Issued(1, 1)]);
        (await Register.AddAsync([.. batch.Select(line => Rows.Issued(line.Code, line.Link, line.Holder))])).ShouldBe(new IssuedResult(conflict, index), row);
        (await Register.OfPersonAsync(Rows.Link(1))).Count.ShouldBe(conflict == IssuedConflict.None ? 2 : 1, row);
        (await Register.FindAsync(Rows.Holder(11), Rows.Code(3))).ShouldBeNull(row);
        (await Register.FindAsync(Rows.Holder(11), Rows.Link(3))).ShouldBeNull(row);
        (await Register.OfPersonAsync(Rows.Link(3))).ShouldBeEmpty(row);
    }

    [SkippableFact]
    public async Task Code_that_ended_leaves_the_person_free_and_stays_taken()
    {
        IssuedCode ended = new(Rows.Holder(11), Rows.Code(1), Rows.Link(1), 0, Rows.Noon, IssuedState.Revoked, IssuedReason.LinkSplit, default, Rows.Noon);
        (await Register.AddAsync([ended, Rows.Issued(2, 1)])).ShouldBe(default);
        (await Register.AddAsync([Rows.Issued(1, 7)])).ShouldBe(new IssuedResult(IssuedConflict.Code));
        (await Register.FindAsync(Rows.Holder(11), Rows.Link(1))).ShouldNotBeNull().Code.ShouldBe(Rows.Code(2));
    }

    [SkippableFact]
    public async Task Codes_of_a_person_come_by_holder_time_and_bytes()
    {
        IssuedCode Ended(int code, int holder, int minutes) =>
            new(Rows.Holder(holder), Rows.Code(code), Rows.Link(1), 0, Rows.Noon.AddMinutes(minutes), IssuedState.Revoked, IssuedReason.None, default, Rows.Noon);
        IssuedCode[] codes = [Ended(1, 20, 0), Ended(2, 9, 5), Ended(3, 9, 1), Ended(4, 9, 1), Ended(5, 100, 0)];
        (await Register.AddAsync(codes)).ShouldBe(default);
        AgencyCode[] atOnce = Rows.Code(3).CompareTo(Rows.Code(4)) < 0 ? [Rows.Code(3), Rows.Code(4)] : [Rows.Code(4), Rows.Code(3)];
        (await Register.OfPersonAsync(Rows.Link(1))).Select(code => code.Code).ShouldBe([.. atOnce, Rows.Code(2), Rows.Code(1), Rows.Code(5)]);
    }

    [SkippableFact]
    public async Task Rivals_for_a_code_or_a_person_never_both_win()
    {
        IssuedResult[] code = await AtOnceAsync(index => Register.AddAsync([Rows.Issued(1, 100 + index)]));
        code.Count(result => result.Conflict == IssuedConflict.None).ShouldBe(1);
        code.Count(result => result.Conflict == IssuedConflict.Code).ShouldBe(Rivals - 1);
        IssuedResult[] person = await AtOnceAsync(index => Register.AddAsync([Rows.Issued(50 + index, 1)]));
        person.Count(result => result.Conflict == IssuedConflict.None).ShouldBe(1);
        person.Count(result => result.Conflict == IssuedConflict.Person).ShouldBe(Rivals - 1);
        (await Register.OfPersonAsync(Rows.Link(1))).ShouldHaveSingleItem();
    }

    [SkippableFact]
    public async Task Rivals_that_take_many_keys_in_any_order_end_and_one_wins()
    {
        IssuedCode[] batch = [.. Enumerable.Range(0, 50).Select(number => Rows.Issued(number, number))];
        IssuedResult[] results = await AtOnceAsync(index =>
        {
            IssuedCode[] shuffled = [.. batch];
            new Random(index).Shuffle(shuffled);
            return Register.AddAsync(shuffled);
        });
        results.Count(result => result.Conflict == IssuedConflict.None).ShouldBe(1);
        results.Count(result => result == new IssuedResult(IssuedConflict.Code, 0)).ShouldBe(Rivals - 1);
    }

    [SkippableFact]
    public async Task Many_lines_are_one_step()
    {
        IssuedCode[] batch = [.. Enumerable.Range(0, 10_000).Select(number => Rows.Issued(number, number))];
        (await Register.AddAsync([.. batch, Rows.Issued(20_000, 9_999)])).ShouldBe(new IssuedResult(IssuedConflict.Person, 10_000));
        (await Register.FindAsync(Rows.Holder(11), Rows.Code(0))).ShouldBeNull();
        (await Register.AddAsync(batch)).ShouldBe(default);
        (await Register.FindAsync(Rows.Holder(11), Rows.Link(9_999))).ShouldNotBeNull().Code.ShouldBe(Rows.Code(9_999));
    }

    [SkippableFact]
    public async Task Stopped_call_writes_nothing()
    {
        await Should.ThrowAsync<OperationCanceledException>(async () => await Register.AddAsync([Rows.Issued(1, 1)], Stopped));
        (await Register.FindAsync(Rows.Holder(11), Rows.Code(1))).ShouldBeNull();
        await Should.ThrowAsync<OperationCanceledException>(async () => await Register.FindAsync(Rows.Holder(11), Rows.Code(1), Stopped));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Register.FindAsync(Rows.Holder(11), Rows.Link(1), Stopped));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Register.OfPersonAsync(Rows.Link(1), Stopped));
    }

    [SkippableFact]
    public async Task Call_that_broke_off_left_nothing_and_may_be_repeated()
    {
        IssuedCode code = Rows.Issued(1, 1);
        await BreakOffAsync("issued_in_use", async () => await Register.AddAsync([code]), Rows.Bytes(code.Code), Rows.Bytes(code.Link));
        (await Register.FindAsync(code.Holder, code.Code)).ShouldBeNull();
        (await Register.AddAsync([code])).ShouldBe(default);
    }

    [SkippableFact]
    public async Task Nothing_is_an_error()
    {
        await Should.ThrowAsync<ArgumentNullException>(async () => await Register.AddAsync(null!));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Register.AddAsync([Rows.Issued(1, 1), null!]));
        (await Register.FindAsync(Rows.Holder(11), Rows.Code(1))).ShouldBeNull();
    }

    protected override async Task OpenAsync() => Register = await OpenAsync(Home);

    internal static async Task<IIssuedCodes> OpenAsync(TestDatabase? home)
    {
        if (home is null)
        {
            return new InMemoryIssuedCodes();
        }

        SqlIssuedCodes register = new(home.Source, home.Dialect);
        await register.CreateTablesAsync();
        await register.CreateTablesAsync();
        return register;
    }

    private static byte[] Filled(byte value)
    {
        byte[] bytes = new byte[AgencyCode.Length];
        Array.Fill(bytes, value);
        return bytes;
    }
}
