using MyNumber.ContractTests.Issuing;
using MyNumber.Linkage.Core.Issued;

namespace MyNumber.ContractTests.Linkage.Core;

/// <summary>A register in a database answers a random sequence of calls as the one in memory: three holders, four people, nine codes, so that most keys are taken.</summary>
[Collection(PostgresTests.Name)]
public sealed class IssuedCodesModelTests(PostgresFixture postgres)
{
    [SkippableTheory]
    [MemberData(nameof(Model.Databases), MemberType = typeof(Model))]
    public async Task Random_calls_are_answered_as_in_memory(string row, bool isServer, int seed)
    {
        Random random = new(seed);
        await using TestDatabase home = isServer ? await TestDatabase.PostgreSqlAsync(postgres.Server) : TestDatabase.Sqlite();
        IIssuedCodes sql = await IssuedCodesContract.OpenAsync(home);
        IIssuedCodes memory = await IssuedCodesContract.OpenAsync(null);
        await Model.ShouldAnswerAlikeAsync(memory, sql, 300, () => Next(random));
        (await home.AskAsync("select count(*) from issued_in_use")).ShouldBe(await home.AskAsync("select count(*) from issued_code where state = 1"), row);
    }

    private static Func<IIssuedCodes, Task<object?>> Next(Random random)
    {
        IssuedCode[] codes = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Code(random))];
        IssuedChange[] changes = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Change(random))];
        return random.Next(6) switch
        {
            0 => async register => await register.AddAsync(codes),
            1 => async register => Rows.Seen(await register.FindAsync(codes[0].Holder, codes[0].Code)),
            2 => async register => Rows.Seen(await register.FindAsync(codes[0].Holder, codes[0].Link)),
            3 => async register => string.Join('|', (await register.OfPersonAsync(codes[0].Link)).Select(code => Rows.Seen(code) + Convert.ToHexString(Rows.Bytes(code.Code)))),
            _ => async register => await register.ChangeAsync(changes),
        };
    }

    private static IssuedCode Code(Random random) => Rows.Issued(random.Next(9), random.Next(4), 11 + random.Next(3), random.Next(5));

    private static IssuedChange Change(Random random)
    {
        (IssuedCode code, IssuedReason reason) = (Code(random), (IssuedReason)random.Next(1, 5));
        IssuedCode other = new(code.Holder, Rows.Code(9 + random.Next(9)), Rows.Link(random.Next(4)), 1, Rows.Noon.AddMinutes(random.Next(5)));
        return random.Next(4) switch
        {
            0 => IssuedChange.Supersede(code, other, reason),
            1 => IssuedChange.SupersedeBy(code, other.Code, reason, Rows.Noon),
            2 => IssuedChange.Revoke(code, reason, Rows.Noon),
            _ => IssuedChange.Revive(code, Rows.Noon),
        };
    }
}
