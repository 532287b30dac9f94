using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Tests.Records;

/// <summary>Logs of an inquirer (101), a provider (202), the core and a bystander (303), with one clock.</summary>
internal sealed class LogWorld : TimeProvider, IDisposable
{
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();

    private LogWorld(Func<LogOwner, IRecordStore> records, IHeadStore heads)
    {
        InquirerRecords = records(Agency(101));
        Heads = heads;
    }

    public DateTimeOffset Now { get; set; } = new(2026, 6, 1, 3, 0, 0, TimeSpan.Zero);

    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public IHeadStore Heads { get; }

    public IRecordStore InquirerRecords { get; }

    public PartyLog Inquirer { get; private set; } = null!;

    public PartyLog Provider { get; private set; } = null!;

    public PartyLog Core { get; private set; } = null!;

    public PartyLog Bystander { get; private set; } = null!;

    public static Task<LogWorld> StartAsync() => StartAsync(_ => new InMemoryRecordStore(), new InMemoryHeadStore());

    public static async Task<LogWorld> StartAsync(Func<LogOwner, IRecordStore> records, IHeadStore heads)
    {
        LogWorld world = new(records, heads);
        world.Inquirer = await world.OpenAsync(Agency(101), world.InquirerRecords);
        world.Provider = await world.OpenAsync(Agency(202), records(Agency(202)));
        world.Core = await world.OpenAsync(LogOwner.Core, records(LogOwner.Core));
        world.Bystander = await world.OpenAsync(Agency(303), records(Agency(303)));
        return world;
    }

    public static LogOwner Agency(int number) => new(new AgencyId(number));

    public ValueTask<PartyLog> OpenAsync(LogOwner owner, IRecordStore records) => PartyLog.OpenAsync(owner, records, Heads, Key, this);

    public SaltedRecord Record() => Salted(RecordVectors.Provided with { Inquiry = InquiryId.Create(Now), RequestedAt = Now, ProvidedAt = Now.AddSeconds(1) });

    public SaltedRecord Salted(AccessRecord record) => new(record, RecordSalt.Create(_random));

    public SaltedRecord CorrectionOf(SaltedRecord record) => Salted(record.Record with
    {
        NonDisclosure = NonDisclosure.PersonalInformationActArticle78Paragraph1,
        Correction = new RecordCorrection(record.Record.Key.Correction + 1, record.Commitment),
    });

    public override DateTimeOffset GetUtcNow() => Now;

    public void Dispose()
    {
        Array.ForEach([Inquirer, Provider, Core, Bystander], log => log.Dispose());
        Key.Dispose();
        _random.Dispose();
    }
}
