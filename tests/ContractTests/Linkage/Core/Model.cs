namespace MyNumber.ContractTests.Linkage.Core;

/// <summary>Runs one random sequence of calls in memory and in a database, which must answer alike.</summary>
internal static class Model
{
    /// <summary>Databases, each with some seeds.</summary>
    public static TheoryData<string, bool, int> Databases
    {
        get
        {
            TheoryData<string, bool, int> rows = [];
            for (int seed = 1; seed <= 4; seed++)
            {
                rows.Add("SQLite", false, seed);
                rows.Add("PostgreSQL", true, seed);
            }

            return rows;
        }
    }

    /// <summary>Calls both and compares.</summary>
    /// <param name="memory">What is right.</param>
    /// <param name="sql">What is tried.</param>
    /// <param name="calls">How many calls.</param>
    /// <param name="next">Draws a call; the call gives what is to be seen of its answer.</param>
    public static async Task ShouldAnswerAlikeAsync<TStore>(TStore memory, TStore sql, int calls, Func<Func<TStore, Task<object?>>> next)
    {
        for (int call = 0; call < calls; call++)
        {
            Func<TStore, Task<object?>> drawn = next();
            object? right = await drawn(memory);
            (await drawn(sql)).ShouldBe(right, $"call {call}");
        }
    }
}
