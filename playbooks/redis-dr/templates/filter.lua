-- RedisShake 3.1.x calls filter() for each command; 1 drops it, 0 lets it pass.
-- PUBLISH carries the sentinels' hello messages: passed on, two sentinel sets with one master name merge.
-- REPLCONF asks the target for an answer that never comes.
-- FLUSHALL, FLUSHDB and SWAPDB of one source shard would empty the whole target.
local dropped = { PUBLISH = true, REPLCONF = true, FLUSHALL = true, FLUSHDB = true, SWAPDB = true }

function filter(id, is_base, group, cmd_name, keys, slots, db_id, timestamp_ms)
  if dropped[string.upper(cmd_name)] then
    return 1, db_id
  end
  return 0, db_id
end
