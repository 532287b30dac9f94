namespace MyNumber.ContractTests.Issuing;

/// <summary>Looks at the tables of pools from outside. Each question is one statement, so that it sees one moment.</summary>
internal static class Pools
{
    /// <summary>Every designated code has one place, and the drawn places are the draws.</summary>
    public static async Task ShouldBeWholeAsync(RegisterHome home)
    {
        (await home.AskAsync("select (select coalesce(sum(allotted), 0) from code_pool) - (select count(*) from code_allotted)")).ShouldBe(0, "a pool holds what was designated");
        (await home.AskAsync("select (select count(*) from code_allotted) - (select count(distinct p.code) from code_place p join code_allotted a on a.code = p.code and a.municipality = p.municipality)"))
            .ShouldBe(0, "a code has one place");
        (await home.AskAsync("select (select count(*) from code_place) - (select count(*) from code_allotted)")).ShouldBe(0, "a place has one code");
        (await home.AskAsync("select (select coalesce(sum(drawn), 0) from code_pool) - (select count(*) from code_draw)")).ShouldBe(0, "a draw moves its pool");
        (await home.AskAsync("select (select count(*) from code_draw) - (select count(distinct code) from code_draw)")).ShouldBe(0, "a code is drawn once");
        (await home.AskAsync(
            "select (select count(*) from code_draw) - (select count(*) from code_draw d join code_place p on p.municipality = d.municipality and p.code = d.code "
            + "join code_pool h on h.municipality = d.municipality where p.place < h.drawn)")).ShouldBe(0, "drawn codes stand first");
    }
}
