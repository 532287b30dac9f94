using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Core.Issued;

/// <summary>One table for each unique key, with the undo of the step that is under way. Every register judges by it. Not thread safe.</summary>
internal sealed class IssuedTables
{
    private readonly Dictionary<(CodeHolderId Holder, AgencyCode Code), IssuedCode> _codes = [];
    private readonly Dictionary<(CodeHolderId Holder, LinkCode Link), AgencyCode> _inUse = [];
    private readonly Dictionary<LinkCode, List<(CodeHolderId Holder, AgencyCode Code)>> _byPerson = [];
    private readonly Stack<Action> _undo = new();

    /// <summary>Takes a copy of a list in which nothing is null.</summary>
    public static T[] Checked<T>(IReadOnlyList<T> rows)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        T[] copy = [.. rows];
        Array.ForEach(copy, row => ArgumentNullException.ThrowIfNull(row, nameof(rows)));
        return copy;
    }

    public static IssuedCode[] Ordered(IEnumerable<IssuedCode> codes) => [.. codes.OrderBy(code => (code.Holder, code.IssuedAt, code.Code))];

    public IssuedCode? Find(CodeHolderId holder, AgencyCode code) => _codes.GetValueOrDefault((holder, code));

    public IssuedCode? Find(CodeHolderId holder, LinkCode link) => _inUse.TryGetValue((holder, link), out AgencyCode code) ? _codes[(holder, code)] : null;

    public IssuedCode[] OfPerson(LinkCode link) =>
        _byPerson.TryGetValue(link, out List<(CodeHolderId Holder, AgencyCode Code)>? keys) ? Ordered(keys.Select(key => _codes[key])) : [];

    public AgencyCode InUse(CodeHolderId holder, LinkCode link) => _inUse.GetValueOrDefault((holder, link));

    /// <summary>Takes a code over from another register, as it stands there.</summary>
    public void Load(IssuedCode code) => _codes[(code.Holder, code.Code)] = code;

    /// <summary>Takes over which code is in use there.</summary>
    public void LoadInUse(CodeHolderId holder, LinkCode link, AgencyCode code) => _inUse[(holder, link)] = code;

    /// <summary>Codes and what is in use, once more.</summary>
    public IssuedTables Copy()
    {
        IssuedTables copy = new();
        Array.ForEach([.. _codes.Values], copy.Load);
        Array.ForEach([.. _inUse], pair => copy.LoadInUse(pair.Key.Holder, pair.Key.Link, pair.Value));
        return copy;
    }

    /// <summary>Does all, or nothing and tells the first that ran into a key.</summary>
    public IssuedResult Run<T>(T[] rows, Func<IssuedTables, T, IssuedConflict> write)
    {
        for (int index = 0; index < rows.Length; index++)
        {
            IssuedConflict conflict = write(this, rows[index]);
            if (conflict != IssuedConflict.None)
            {
                RollBack();
                return new IssuedResult(conflict, index);
            }
        }

        _undo.Clear();
        return default;
    }

    public IssuedConflict Add(IssuedCode code)
    {
        (CodeHolderId, AgencyCode) key = (code.Holder, code.Code);
        if (_codes.ContainsKey(key))
        {
            return IssuedConflict.Code;
        }

        if (code.State == IssuedState.Active && !TryUse(code))
        {
            return IssuedConflict.Person;
        }

        if (!_byPerson.TryGetValue(code.Link, out List<(CodeHolderId, AgencyCode)>? keys))
        {
            _byPerson.Add(code.Link, keys = []);
        }

        _codes.Add(key, code);
        keys.Add(key);
        _undo.Push(() => _codes.Remove(key));
        _undo.Push(() => keys.Remove(key));
        return IssuedConflict.None;
    }

    public IssuedConflict Change(IssuedChange change)
    {
        (CodeHolderId, AgencyCode) key = (change.Holder, change.Code);
        bool revives = change.State == IssuedState.Active;
        if (!_codes.TryGetValue(key, out IssuedCode? before) || (before.State == IssuedState.Active) == revives
            || (!change.ReplacedBy.IsEmpty && !_codes.ContainsKey((change.Holder, change.ReplacedBy))))
        {
            return IssuedConflict.State;
        }

        IssuedCode after = before.As(change);
        if (revives && !TryUse(after))
        {
            return IssuedConflict.Person;
        }

        _codes[key] = after;
        _undo.Push(() => _codes[key] = before);
        if (!revives)
        {
            _inUse.Remove((before.Holder, before.Link));
            _undo.Push(() => _inUse[(before.Holder, before.Link)] = before.Code);
        }

        return change.Replacement is { } replacement ? Add(replacement) : IssuedConflict.None;
    }

    private void RollBack()
    {
        while (_undo.TryPop(out Action? undo))
        {
            undo();
        }
    }

    private bool TryUse(IssuedCode code)
    {
        bool isFree = _inUse.TryAdd((code.Holder, code.Link), code.Code);
        if (isFree)
        {
            _undo.Push(() => _inUse.Remove((code.Holder, code.Link)));
        }

        return isFree;
    }
}
