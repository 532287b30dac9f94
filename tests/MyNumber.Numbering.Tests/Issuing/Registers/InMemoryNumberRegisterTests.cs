using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.Numbering.Tests.Issuing.Registers;

public sealed class InMemoryNumberRegisterTests
{
    /// <summary>Random batches against sets that are kept here: what is taken back, what grows, and which conflict comes first.</summary>
    [Fact]
    public async Task Register_does_what_plain_sets_do()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            Random random = new(seed);
            InMemoryNumberRegister register = new();
            RegisterModel model = new();
            int space = 50 + (seed * 200);
            for (int step = 0; step < 400; step++)
            {
                RegisterModel.Row[] rows = [.. Enumerable.Range(0, random.Next(1, random.Next(2, 60))).Select(_ => RegisterModel.Row.Draw(random, space))];
                NumberIssue[] batch = [.. rows.Select(row => row.ToIssue())];
                RegisterResult got = await register.AddAsync(batch);
                (got.Conflict, got.Index).ShouldBe(model.Add(rows), $"seed {seed} step {step}");
                (await register.CountAsync()).ShouldBe(model.Count);
            }

            foreach (RegisterModel.Row row in model.Rows)
            {
                NumberIssue issue = row.ToIssue();
                (await register.FindByRequestAsync(issue.Request)).ShouldNotBeNull().Number.ShouldBe(issue.Number);
                (await register.FindByNumberAsync(issue.Number)).ShouldNotBeNull().Request.ShouldBe(issue.Request);
                (await register.HistoryAsync(issue.Code)).ShouldContain(kept => kept.Request == issue.Request && kept.Counter == issue.Counter);
                (issue.Replaces.IsEmpty || (await register.FindReplacementAsync(issue.Replaces))!.Value.Request == issue.Request).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public async Task Batch_for_which_there_is_no_room_is_an_error_and_leaves_nothing()
    {
        InMemoryNumberRegister register = new(10);
        NumberIssue[] issues = [.. Enumerable.Range(1, 12).Select(number => new RegisterModel.Row(number, number, 0, number, -1, -1).ToIssue())];
        (await register.AddAsync(issues.AsMemory(0, 8))).IsWritten.ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => register.AddAsync(issues.AsMemory(8, 3)).AsTask().GetAwaiter().GetResult());
        (await register.CountAsync()).ShouldBe(8);
        (await register.FindByRequestAsync(issues[8].Request)).ShouldBeNull();
        (await register.AddAsync(issues.AsMemory(8, 2))).IsWritten.ShouldBeTrue();
        InMemoryNumberRegister.MostIssues.ShouldBe(715_827_882);
    }
}
