using MyNumber.Numbering;
using MyNumber.Numbering.Issuing.Designation;
using MyNumber.Numbering.Issuing.Entries;
using MyNumber.Numbering.Issuing.Registers;
using MyNumber.Numbering.People;

namespace CityNumbering;

/// <summary>People who never had a number: a code is drawn, then the mayor asks for a number (番号法7条1項・8条).</summary>
internal sealed class FirstNumbers(World world)
{
    private int _asked;

    /// <summary>How many answers were lost on the way and asked for again.</summary>
    public int Repeated { get; private set; }

    public ValueTask<bool> BirthAsync() => EnterAsync(world.People.Invent(world.City.Name, world.Clock.Today, oldest: 0), IssueReason.Birth);

    public ValueTask<bool> FromAbroadAsync() => EnterAsync(world.People.Invent(world.City.Name, world.Clock.Today, oldest: 70), IssueReason.FirstEntry);

    public async ValueTask<bool> EnterAsync(FourAttributes attributes, IssueReason reason)
    {
        Guid person = world.People.NextId();
        Guid request = world.People.NextId();
        CodeEntryResult entered = await world.City.Book.EnterAsync(person);
        if (entered.Outcome != CodeEntryOutcome.Drawn)
        {
            return false;
        }

        ResidentRecordCode code = entered.Code;
        GenerationResponse answer = await world.City.Mayor.DesignateAsync(request, code, reason);
        bool same = await AskAgainAsync(request, code, reason, answer);
        int recorded = await world.City.Mayor.RecordAsync(new[] { request });
        world.Residents.Add(await world.WriteAsync(world.NewRecord(person, attributes, code, answer.Issue.Number, world.City)));
        return answer.IsMade && same && recorded == 1;
    }

    /// <summary>Every tenth answer gets lost: the same request gives the same number and makes no second.</summary>
    private async ValueTask<bool> AskAgainAsync(Guid request, ResidentRecordCode code, IssueReason reason, GenerationResponse lost)
    {
        if (++_asked % 10 != 0)
        {
            return true;
        }

        Repeated++;
        GenerationResponse again = await world.City.Mayor.DesignateAsync(request, code, reason);
        return again.IsRepeated && again.Issue.Number == lost.Issue.Number;
    }
}
