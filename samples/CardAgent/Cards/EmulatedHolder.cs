using MyNumber.Card.Channels;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Testing;

namespace CardAgent.Cards;

/// <summary>An invented person's card in memory. The same seed and person in the same month give the same certificates byte for byte, so a bank on the emulated environment knows them.</summary>
internal sealed class EmulatedHolder : ICardHolder
{
    private static readonly Uri OcspAddress = new("http://ocsp.mynumber-lab.invalid/ocsp");
    private readonly LabWorld _world;
    private readonly LabHolder _holder;

    private EmulatedHolder(LabWorld world, LabHolder holder)
    {
        _world = world;
        _holder = holder;
    }

    public ICardReader Reader => _holder.Reader;

    public bool IsEmulated => true;

    // The PINs follow from the seed and belong to nobody; without them the card is of no use. They are told here once, before anybody asks, and never on a page or in the log.
    public IReadOnlyList<string> Introduction =>
    [
        "模擬のカードです。人も暗証番号も架空です (an emulated card: person and PINs are invented)",
        $"  利用者証明用 暗証番号 (PIN of user authentication): {_holder.Person.Card.Pins.Reveal(CardPinKind.UserAuthentication)}",
        $"  署名用 暗証番号 (password of the signature): {_holder.Person.Card.Pins.Reveal(CardPinKind.Signature)}",
    ];

    public static async Task<EmulatedHolder> StartAsync(int seed, int person, TimeProvider clock)
    {
        DateTimeOffset now = clock.GetUtcNow();
        LabWorld world = await LabWorld.StartAsync(new LabWorldOptions
        {
            Seed = seed,
            Start = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero),
            OcspAddress = OcspAddress,
        });
        LabHolder holder = world.Holder;
        for (int added = 0; added < person; added++)
        {
            holder = world.AddHolder();
        }

        return new EmulatedHolder(world, holder);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();
}
