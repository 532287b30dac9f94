using MyNumber.Numbering;
using MyNumber.Numbering.Issuing.Identity;
using MyNumber.Numbering.People;

namespace CityNumbering;

/// <summary>Everything the story is about: the center, two municipalities, their people and the year.</summary>
internal sealed class World : IDisposable
{
    public World(SampleOptions options)
    {
        Clock = new CityClock(new DateTimeOffset(2015, 10, 5, 0, 0, 0, TimeSpan.Zero));
        People = new PersonMaker(options.Seed);
        Center = new Center(Clock);
        Population = options.People;
        Neighbours = options.People / 25;
        City = new Municipality("架空県星屑市", LocalGovernmentCode.FromFiveDigits(99_901), Population + (Population / 10), Center, Clock);
        Neighbour = new Municipality("架空県霧笛町", LocalGovernmentCode.FromFiveDigits(99_902), Neighbours + 100, Center, Clock);
    }

    public CityClock Clock { get; }

    public PersonMaker People { get; }

    public Center Center { get; }

    /// <summary>The city. Prefecture 99 does not exist, so its code is nobody's.</summary>
    public Municipality City { get; }

    /// <summary>Where people move to and come from.</summary>
    public Municipality Neighbour { get; }

    public int Population { get; }

    public int Neighbours { get; }

    /// <summary>本人確認情報 of everybody, all versions.</summary>
    public InMemoryIdentityRegister Identities { get; } = new();

    /// <summary>Present residents of the city, by current record.</summary>
    public List<IdentityRecord> Residents { get; } = [];

    /// <summary>Present residents of the neighbouring town.</summary>
    public List<IdentityRecord> Elsewhere { get; } = [];

    /// <summary>The last records of the dead.</summary>
    public List<IdentityRecord> Dead { get; } = [];

    /// <summary>Writes the first or the next version of somebody; the sample's registers never refuse, so a refusal ends it.</summary>
    public async ValueTask<IdentityRecord> WriteAsync(IdentityRecord record) =>
        await Identities.TryAddAsync(record) ? record : throw new InvalidOperationException("Another version was written first.");

    /// <summary>Version 0 of somebody who is new to the registers.</summary>
    public IdentityRecord NewRecord(Guid person, FourAttributes attributes, ResidentRecordCode code, IndividualNumber number, Municipality home) => new()
    {
        Person = person,
        Version = 0,
        Attributes = attributes,
        Code = code,
        Number = number,
        Municipality = home.Code,
        Since = Clock.GetUtcNow(),
    };

    public void Dispose() => Center.Dispose();
}
