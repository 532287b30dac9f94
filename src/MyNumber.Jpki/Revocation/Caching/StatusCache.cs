using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Revocation.Caching;

/// <summary>Answers by certificate, bounded in count and bytes; the one used longest ago leaves first.</summary>
internal sealed class StatusCache(StatusCacheOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<CertificateIdentity, LinkedListNode<CachedAnswer>> _nodes = [];
    private readonly LinkedList<CachedAnswer> _byUse = [];
    private long _bytes;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _nodes.Count;
            }
        }
    }

    public long Bytes
    {
        get
        {
            lock (_gate)
            {
                return _bytes;
            }
        }
    }

    public RevocationEvidence? Find(CertificateIdentity identity, DateTimeOffset now, TimeSpan grace)
    {
        lock (_gate)
        {
            if (!_nodes.TryGetValue(identity, out LinkedListNode<CachedAnswer>? node))
            {
                return null;
            }

            if (!node.Value.IsUsable(now, grace))
            {
                DropUnlessOfUseOffline(node, now);
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Evidence;
        }
    }

    public void Keep(CachedAnswer answer)
    {
        lock (_gate)
        {
            if (_nodes.TryGetValue(answer.Identity, out LinkedListNode<CachedAnswer>? old))
            {
                Drop(old);
            }

            if (answer.Size > options.MaximumBytes)
            {
                return;
            }

            _nodes.Add(answer.Identity, _byUse.AddFirst(answer));
            _bytes += answer.Size;
            while (_nodes.Count > options.MaximumCount || _bytes > options.MaximumBytes)
            {
                Drop(_byUse.Last!);
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _nodes.Clear();
            _byUse.Clear();
            _bytes = 0;
        }
    }

    private void DropUnlessOfUseOffline(LinkedListNode<CachedAnswer> node, DateTimeOffset now)
    {
        if (!node.Value.IsUsable(now, options.AcceptAnswersPastTheirEndWhileOfflineFor))
        {
            Drop(node);
        }
    }

    private void Drop(LinkedListNode<CachedAnswer> node)
    {
        _byUse.Remove(node);
        _nodes.Remove(node.Value.Identity);
        _bytes -= node.Value.Size;
    }
}
