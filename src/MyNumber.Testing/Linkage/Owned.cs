namespace MyNumber.Testing.Linkage;

/// <summary>What is disposed of together, the latest first.</summary>
internal sealed class Owned(params IDisposable[] items) : IDisposable
{
    private readonly List<IDisposable> _items = [.. items];

    public T Add<T>(T item)
        where T : IDisposable
    {
        _items.Add(item);
        return item;
    }

    public void Dispose()
    {
        for (int index = _items.Count - 1; index >= 0; index--)
        {
            _items[index].Dispose();
        }

        _items.Clear();
    }
}
