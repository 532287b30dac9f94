namespace MyNumber.Card.Pcsc.Tests.Doubles;

/// <summary>The readers of <see cref="FakePcsc"/>, in the order in which they were plugged in. Not thread safe.</summary>
internal sealed class FakeReaders
{
    private readonly Dictionary<string, FakeReader> _byName = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    public IReadOnlyList<string> Names => _names;

    public FakeReader this[string name] => _byName[name];

    public FakeReader? Find(string name) => _byName.GetValueOrDefault(name);

    public void Plug(string name)
    {
        _byName[name] = new FakeReader();
        _names.Add(name);
    }

    public void Unplug(string name)
    {
        _byName.Remove(name);
        _names.Remove(name);
    }
}
